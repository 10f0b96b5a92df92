export * from "./barrel2.mjs";
export { Flags } from "./enums.mjs";
