// L32: a default import of a module without one names both modules.
// --- main.ts
import ms from "./ms";
import none from "./none";
console.log(ms, none);
// --- ms.ts
export const parse = 1, format = 2;
// --- none.ts
export {};
// --- stdout
main.ts (module)
  import "./ms": ms.ts
  import "./none": none.ts
ms.ts (module)
none.ts (module)
// --- stderr
error[P5202]: `ms.ts` has no default export
 --> main.ts:1:8
  |
1 | import ms from "./ms";
  |        ^^
  = note: it exports `format`, `parse`

error[P5202]: `none.ts` has no default export
 --> main.ts:2:8
  |
2 | import none from "./none";
  |        ^^^^
  = note: it has no exports
