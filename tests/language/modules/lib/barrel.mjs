export { default, value as renamed } from "./leaf.mjs";
export * from "./leaf.mjs";
export * as inner from "./inner.mjs";
const x = 3; export { x as "a string name", x as ﬁ };
