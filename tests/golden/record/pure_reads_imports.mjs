import { a } from "a";
import * as ns from "b";
export const table = { a, b: ns.b };
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import", "specifier": "a", "span": [18, 21]},
    {"kind": "import", "specifier": "b", "span": [43, 46]}
  ],
  "evaluationOrder": [0, 1],
  "imports": [
    {"kind": "named", "request": 0, "imported": "a", "local": "a", "usedAsValue": true, "span": [9, 10]},
    {"kind": "namespace", "request": 1, "local": "ns", "usedAsValue": true, "span": [30, 37]}
  ],
  "exports": [
    {"kind": "local", "exported": "table", "local": "table", "span": [61, 66]}
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
