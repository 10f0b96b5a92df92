import { first } from "./cycle_a.mjs"; export function second() { return typeof first; }
