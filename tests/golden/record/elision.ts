import { T } from "only-in-types";
import { v } from "value";
import d, { U } from "default-unused";
import * as ns from "namespace-in-typeof";
import {} from "empty";
import { r } from "exported-again";
import { t } from "exported-as-type";
export {} from "empty-export";
export { r };
export type { t };
let x: T | U | typeof ns = v;
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import", "specifier": "only-in-types", "elidable": true, "span": [18, 33]},
    {"kind": "import", "specifier": "value", "span": [53, 60]},
    {"kind": "import", "specifier": "default-unused", "elidable": true, "span": [83, 99]},
    {"kind": "import", "specifier": "namespace-in-typeof", "elidable": true, "span": [121, 142]},
    {"kind": "import", "specifier": "empty", "elidable": true, "span": [159, 166]},
    {"kind": "import", "specifier": "exported-again", "span": [186, 202]},
    {"kind": "import", "specifier": "exported-as-type", "elidable": true, "span": [222, 240]},
    {"kind": "export-from", "specifier": "empty-export", "elidable": true, "span": [257, 271]}
  ],
  "evaluationOrder": [0, 1, 2, 3, 4, 5, 6, 7],
  "imports": [
    {"kind": "named", "request": 0, "imported": "T", "local": "T", "span": [9, 10]},
    {"kind": "named", "request": 1, "imported": "v", "local": "v", "usedAsValue": true, "span": [44, 45]},
    {"kind": "default", "request": 2, "imported": "default", "local": "d", "span": [69, 70]},
    {"kind": "named", "request": 2, "imported": "U", "local": "U", "span": [74, 75]},
    {"kind": "namespace", "request": 3, "local": "ns", "span": [108, 115]},
    {"kind": "named", "request": 5, "imported": "r", "local": "r", "usedAsValue": true, "span": [177, 178]},
    {"kind": "named", "request": 6, "imported": "t", "local": "t", "span": [213, 214]}
  ],
  "exports": [
    {"kind": "indirect", "request": 5, "exported": "r", "imported": "r", "span": [282, 283]},
    {"kind": "indirect", "request": 6, "exported": "t", "imported": "t", "typeOnly": true, "span": [301, 302]}
  ],
  "directives": [],
  "commonjsExports": [],
  "commonjsReexports": [],
  "pureFunctions": [],
  "hasModuleSyntax": true,
  "hasTopLevelAwait": false,
  "usesImportMeta": false,
  "usesCommonjsGlobals": false,
  "usesJsx": false,
  "usesDirectEval": false,
  "strict": true,
  "sideEffectFree": true,
  "readsImports": true
}
