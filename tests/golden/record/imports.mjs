import "side-effect";
import def from "a";
import * as ns from "b";
import { x, y as z, default as d, "string name" as s } from "c";
import both, { one } from "d";
import other, * as all from "e";
import {} from "f";
x, z, d, s, def, ns.q, both, one, other, all;
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import", "specifier": "side-effect", "span": [7, 20]},
    {"kind": "import", "specifier": "a", "span": [38, 41]},
    {"kind": "import", "specifier": "b", "span": [63, 66]},
    {"kind": "import", "specifier": "c", "span": [128, 131]},
    {"kind": "import", "specifier": "d", "span": [159, 162]},
    {"kind": "import", "specifier": "e", "span": [192, 195]},
    {"kind": "import", "specifier": "f", "span": [212, 215]}
  ],
  "evaluationOrder": [0, 1, 2, 3, 4, 5, 6],
  "imports": [
    {"kind": "default", "request": 1, "imported": "default", "local": "def", "usedAsValue": true, "span": [29, 32]},
    {"kind": "namespace", "request": 2, "local": "ns", "usedAsValue": true, "span": [50, 57]},
    {"kind": "named", "request": 3, "imported": "x", "local": "x", "usedAsValue": true, "span": [77, 78]},
    {"kind": "named", "request": 3, "imported": "y", "local": "z", "usedAsValue": true, "span": [80, 86]},
    {"kind": "named", "request": 3, "imported": "default", "local": "d", "usedAsValue": true, "span": [88, 100]},
    {"kind": "named", "request": 3, "imported": "string name", "local": "s", "usedAsValue": true, "span": [102, 120]},
    {"kind": "default", "request": 4, "imported": "default", "local": "both", "usedAsValue": true, "span": [140, 144]},
    {"kind": "named", "request": 4, "imported": "one", "local": "one", "usedAsValue": true, "span": [148, 151]},
    {"kind": "default", "request": 5, "imported": "default", "local": "other", "usedAsValue": true, "span": [171, 176]},
    {"kind": "namespace", "request": 5, "local": "all", "usedAsValue": true, "span": [178, 186]}
  ],
  "exports": [],
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
