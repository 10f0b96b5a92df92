// L24: a name that two modules export through stars.
// --- main.ts
import { clash } from "./barrel";
console.log(clash);
// --- barrel.ts
export * from "./a";
export * from "./b";
// --- a.ts
export const clash = 1;
// --- b.ts
export const clash = 2;
// --- stdout
main.ts (module)
  import "./barrel": barrel.ts
barrel.ts (module)
  export-from "./a": a.ts
  export-from "./b": b.ts
a.ts (module)
b.ts (module)
// --- stderr
error[P5203]: `barrel.ts` exports `clash` from several modules
 --> main.ts:1:10
  |
1 | import { clash } from "./barrel";
  |          ^^^^^
  = note: one comes through `./a` from `a.ts`
  = note: one comes through `./b` from `b.ts`
