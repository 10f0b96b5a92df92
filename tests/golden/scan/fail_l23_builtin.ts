// L23, L35: what a program needs of the system is known before anything is compiled.
// --- main.ts
import { readFile } from "node:fs";
export * as os from "os";
import ffi from "bun:ffi";
import "node:ffi";
import "./c.cjs";
try { await import("node:cluster"); } catch {}
console.log(readFile, ffi);
// --- c.cjs
const fs = require("fs");
let maybe;
try { maybe = require("node:cluster"); } catch {}
// --- stdout
main.ts (module)
  import "node:fs": broken
  export-from "os": broken
  import "bun:ffi": broken
  import "node:ffi": broken
  import "./c.cjs": c.cjs
  dynamic-import "node:cluster": missing
c.cjs (commonjs)
  require "fs": broken
  require "node:cluster": missing
// --- stderr
error[P5102]: builtin module `node:fs` is not available yet
 --> c.cjs:1:20
  |
1 | const fs = require("fs");
  |                    ^^^^

error[P5102]: builtin module `node:fs` is not available yet
 --> main.ts:1:26
  |
1 | import { readFile } from "node:fs";
  |                          ^^^^^^^^^

error[P5102]: builtin module `node:os` is not available yet
 --> main.ts:2:21
  |
2 | export * as os from "os";
  |                     ^^^^

error[P5101]: cannot resolve `bun:ffi`: `bun:` is no scheme that can be imported
 --> main.ts:3:17
  |
3 | import ffi from "bun:ffi";
  |                 ^^^^^^^^^
  = note: `bun:` modules belong to another runtime; use a `node:` module or a package instead

error[P5101]: cannot resolve `node:ffi`: there is no builtin module `node:ffi`
 --> main.ts:4:8
  |
4 | import "node:ffi";
  |        ^^^^^^^^^^
  = note: foreign functions are called through a `.node` addon
