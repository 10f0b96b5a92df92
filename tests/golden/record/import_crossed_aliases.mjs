// L25, L26: only the local name identifies an import.
import { a as n, c as a } from "X";
import { a as t } from "Y";
import * as A from "A";
import * as B from "B";
import { omit } from "C";
n, a, t, A.omit, B.omit, omit;
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import", "specifier": "X", "span": [86, 89]},
    {"kind": "import", "specifier": "Y", "span": [114, 117]},
    {"kind": "import", "specifier": "A", "span": [138, 141]},
    {"kind": "import", "specifier": "B", "span": [162, 165]},
    {"kind": "import", "specifier": "C", "span": [188, 191]}
  ],
  "evaluationOrder": [0, 1, 2, 3, 4],
  "imports": [
    {"kind": "named", "request": 0, "imported": "a", "local": "n", "usedAsValue": true, "span": [64, 70]},
    {"kind": "named", "request": 0, "imported": "c", "local": "a", "usedAsValue": true, "span": [72, 78]},
    {"kind": "named", "request": 1, "imported": "a", "local": "t", "usedAsValue": true, "span": [100, 106]},
    {"kind": "namespace", "request": 2, "local": "A", "usedAsValue": true, "span": [126, 132]},
    {"kind": "namespace", "request": 3, "local": "B", "usedAsValue": true, "span": [150, 156]},
    {"kind": "named", "request": 4, "imported": "omit", "local": "omit", "usedAsValue": true, "span": [176, 180]}
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
