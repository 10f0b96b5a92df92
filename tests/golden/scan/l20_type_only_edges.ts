// L20: declarations of types alone are no edges; a bare import is one. What is not there does not
// matter when it is a type.
// --- main.ts
import { type X } from "marked";
import type { Y } from "./nowhere";
import { Z } from "./types";
import {} from "./elided";
import { type T, value } from "./mixed";
import "./effect";
import D from "./unused";
export type { W } from "./nowhere";
let z: Z, t: T, d: D;
export const x = value;
// --- types.ts
export interface Z {}
// --- elided.ts
// --- mixed.ts
export type T = 1;
export const value = 1;
// --- effect.ts
export {};
// --- unused.ts
export default class D {}
// --- stdout
main.ts (module)
  import "marked": erased
  import "./nowhere": erased
  import "./types": erased
  import "./elided": erased
  import "./mixed": mixed.ts
  import "./effect": effect.ts
  import "./unused": erased
  export-from "./nowhere": erased
  value = value value of mixed.ts
mixed.ts (module)
effect.ts (module)
