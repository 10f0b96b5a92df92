import { createRequire } from "node:module";
import { createRequire as make } from "module";
import * as mod from "module";
function early() { return require("a"); }
const require = createRequire(import.meta.url);
export const second = make(import.meta.filename), third = mod.createRequire(import.meta.url);
second("b");
third.resolve("c");
createRequire(import.meta.url)("d");
const elsewhere = createRequire("/other/place.js");
elsewhere("not from here");
early();
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import", "specifier": "node:module", "span": [30, 43]},
    {"kind": "import", "specifier": "module", "span": [83, 91]},
    {"kind": "import", "specifier": "module", "span": [114, 122]},
    {"kind": "require", "specifier": "a", "span": [158, 161]},
    {"kind": "require", "specifier": "b", "span": [315, 318]},
    {"kind": "require-resolve", "specifier": "c", "span": [335, 338]},
    {"kind": "require", "specifier": "d", "span": [372, 375]}
  ],
  "evaluationOrder": [0, 1],
  "imports": [
    {"kind": "named", "request": 0, "imported": "createRequire", "local": "createRequire", "usedAsValue": true, "span": [9, 22]},
    {"kind": "named", "request": 1, "imported": "createRequire", "local": "make", "usedAsValue": true, "span": [54, 75]},
    {"kind": "namespace", "request": 2, "local": "mod", "usedAsValue": true, "span": [100, 108]}
  ],
  "exports": [
    {"kind": "local", "exported": "second", "local": "second", "span": [227, 233]},
    {"kind": "local", "exported": "third", "local": "third", "span": [264, 269]}
  ],
  "directives": [],
  "commonjsExports": [],
  "commonjsReexports": [],
  "pureFunctions": [],
  "hasModuleSyntax": true,
  "hasTopLevelAwait": false,
  "usesImportMeta": true,
  "usesCommonjsGlobals": false,
  "usesJsx": false,
  "usesDirectEval": false,
  "strict": true,
  "sideEffectFree": false,
  "readsImports": false
}
