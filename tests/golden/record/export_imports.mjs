import { a, default as b } from "x";
import * as ns from "x";
import c from "y";
export { a, b as renamed, ns, c, c as default };
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import", "specifier": "x", "span": [32, 35]},
    {"kind": "import", "specifier": "x", "span": [57, 60]},
    {"kind": "import", "specifier": "y", "span": [76, 79]}
  ],
  "evaluationOrder": [0, 2],
  "imports": [
    {"kind": "named", "request": 0, "imported": "a", "local": "a", "usedAsValue": true, "span": [9, 10]},
    {"kind": "named", "request": 0, "imported": "default", "local": "b", "usedAsValue": true, "span": [12, 24]},
    {"kind": "namespace", "request": 1, "local": "ns", "usedAsValue": true, "span": [44, 51]},
    {"kind": "default", "request": 2, "imported": "default", "local": "c", "usedAsValue": true, "span": [69, 70]}
  ],
  "exports": [
    {"kind": "indirect", "request": 0, "exported": "a", "imported": "a", "span": [90, 91]},
    {"kind": "indirect", "request": 0, "exported": "renamed", "imported": "default", "span": [93, 105]},
    {"kind": "local", "exported": "ns", "local": "ns", "span": [107, 109]},
    {"kind": "indirect", "request": 2, "exported": "c", "imported": "default", "span": [111, 112]},
    {"kind": "indirect", "request": 2, "exported": "default", "imported": "default", "span": [114, 126]}
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
  "readsImports": false
}
