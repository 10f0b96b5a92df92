export * from "./leaf.mjs";
