// L27: an array in `exports`, before `module` and `main`.
// --- main.ts
import y18n from "y18n";
export const x = y18n;
// --- node_modules/y18n/package.json
{"name": "y18n", "version": "5.0.8", "module": "./wrong.mjs", "main": "./wrong.mjs",
 "exports": {".": [{"import": "./index.mjs", "require": "./build/index.cjs"}, "./build/index.cjs"]}}
// --- node_modules/y18n/index.mjs
export default function () {}
// --- node_modules/y18n/wrong.mjs
export {};
// --- stdout
main.ts (module)
  import "y18n": node_modules/y18n/index.mjs
  y18n = function default of node_modules/y18n/index.mjs
node_modules/y18n/index.mjs (module)
