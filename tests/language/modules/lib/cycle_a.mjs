import { second } from "./cycle_b.mjs"; export * as self from "./cycle_a.mjs"; export function first() { return "first " + second(); }
