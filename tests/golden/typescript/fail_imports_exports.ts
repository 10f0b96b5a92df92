// --- args: --stop-after=parse
import a = require(b);
import type c = d.e;
import f = ;
export as namespace G;
import type h, { i } from "j";
import type { type k } from "k";
export type { type h };
// --- stderr
error[P3110]: argument of `require` in an import must be a string literal
 --> fail_imports_exports.ts:1:20
  |
1 | import a = require(b);
  |                    ^

error[P3112]: import alias cannot use `import type`
 --> fail_imports_exports.ts:2:17
  |
2 | import type c = d.e;
  |                 ^^^

error[P1101]: expected a name, found `;`
 --> fail_imports_exports.ts:3:12
  |
3 | import f = ;
  |            ^

error[P3114]: global module exports may only appear in declaration files
 --> fail_imports_exports.ts:4:1
  |
4 | export as namespace G;
  | ^^^^^^^^^^^^^^^^^^^^^^

error[P3116]: type-only import can specify a default import or named bindings, but not both
 --> fail_imports_exports.ts:5:1
  |
5 | import type h, { i } from "j";
  | ^^^^^^^^^^^^^^^^^^^^

error[P3117]: `type` modifier cannot be used on a name when `import type` is used on its statement
 --> fail_imports_exports.ts:6:15
  |
6 | import type { type k } from "k";
  |               ^^^^

error[P3117]: `type` modifier cannot be used on a name when `export type` is used on its statement
 --> fail_imports_exports.ts:7:15
  |
7 | export type { type h };
  |               ^^^^
