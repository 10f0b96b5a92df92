// --- main.ts
import { readConfg, zzz, Shape, named } from "./config";
import { gone } from "./old.cjs";
import { x as y } from "./data.json";
export { nothing } from "./config";
console.log(readConfg, zzz, new Shape(), gone, y, named);
// --- config.ts
export function readConfig() {}
export function writeConfig() {}
export interface Shape {}
export { named } from "./loop";
// --- loop.ts
export { named } from "./config";
// --- old.cjs
exports.here = 1;
// --- data.json
{"x": 1}
// --- stdout
main.ts (module)
  import "./config": config.ts
  import "./old.cjs": old.cjs
  import "./data.json": data.json
  export-from "./config": config.ts
config.ts (module)
  export-from "./loop": loop.ts
old.cjs (commonjs)
data.json (json)
loop.ts (module)
  export-from "./config": config.ts
// --- stderr
error[P5205]: `named` of `loop.ts` leads back to itself
 --> config.ts:4:10
  |
4 | export { named } from "./loop";
  |          ^^^^^

error[P5205]: `named` of `config.ts` leads back to itself
 --> loop.ts:1:10
  |
1 | export { named } from "./config";
  |          ^^^^^

error[P5201]: `config.ts` has no export `readConfg`
 --> main.ts:1:10
  |
1 | import { readConfg, zzz, Shape, named } from "./config";
  |          ^^^^^^^^^
  = note: did you mean `readConfig`?

error[P5201]: `config.ts` has no export `zzz`
 --> main.ts:1:21
  |
1 | import { readConfg, zzz, Shape, named } from "./config";
  |                     ^^^
  = note: it exports `readConfig`, `writeConfig`

error[P5204]: `Shape` of `config.ts` is a type and has no value
 --> main.ts:1:26
  |
1 | import { readConfg, zzz, Shape, named } from "./config";
  |                          ^^^^^

error[P5205]: `named` of `config.ts` leads back to itself
 --> main.ts:1:33
  |
1 | import { readConfg, zzz, Shape, named } from "./config";
  |                                 ^^^^^

error[P5201]: `old.cjs` has no export `gone`
 --> main.ts:2:10
  |
2 | import { gone } from "./old.cjs";
  |          ^^^^
  = note: it is a CommonJS module; import its default and take the property from that

error[P5201]: `data.json` has no export `x`
 --> main.ts:3:10
  |
3 | import { x as y } from "./data.json";
  |          ^^^^^^
  = note: its only export is `default`

error[P5201]: `config.ts` has no export `nothing`
 --> main.ts:4:10
  |
4 | export { nothing } from "./config";
  |          ^^^^^^^
  = note: it exports `readConfig`, `writeConfig`
