// --- main.ts
import a from "./utlis";
import b from "not-installed";
import c from "pkg/hidden";
import d from "./types-only";
import e from "./native.node";
console.log(a, b, c, d, e);
// --- utils.ts
export default 1;
// --- types-only.d.ts
declare const d: number;
export default d;
// --- native.node
binary
// --- node_modules/pkg/package.json
{"name": "pkg", "version": "1.0.0", "exports": {".": "./index.js"}}
// --- node_modules/pkg/index.js
// --- node_modules/pkg/hidden.js
// --- stdout
main.ts (module)
  import "./utlis": broken
  import "not-installed": broken
  import "pkg/hidden": broken
  import "./types-only": broken
  import "./native.node": broken
// --- stderr
error[P5101]: cannot resolve `./utlis`: there is no file `utlis`
 --> main.ts:1:15
  |
1 | import a from "./utlis";
  |               ^^^^^^^^^
  = note: looked for utlis.ts, utlis.tsx, utlis, utlis.js, utlis.jsx, utlis.json, utlis.node
  = note: did you mean `./utils`?

error[P5101]: cannot resolve `not-installed`: the package `not-installed` is not installed
 --> main.ts:2:15
  |
2 | import b from "not-installed";
  |               ^^^^^^^^^^^^^^^
  = note: looked for node_modules/not-installed, and above the project
  = note: install it: `npm install not-installed`

error[P5101]: cannot resolve `pkg/hidden`: `pkg` does not export `./hidden`
 --> main.ts:3:15
  |
3 | import c from "pkg/hidden";
  |               ^^^^^^^^^^^^
  = note: the package exports `.`

error[P5103]: `./types-only` leads to `types-only.d.ts`, which has types but no code
 --> main.ts:4:15
  |
4 | import d from "./types-only";
  |               ^^^^^^^^^^^^^^
  = note: write `import type` where only types are meant

error[P5104]: `native.node` is a native addon, which cannot be part of a program yet
 --> main.ts:5:15
  |
5 | import e from "./native.node";
  |               ^^^^^^^^^^^^^^^
