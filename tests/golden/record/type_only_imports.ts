// L20: only types, so no edge at run time; one value keeps it, and so does asking for nothing.
import { type X } from "all-types";
import type { Y } from "type-clause";
import type Z from "type-default";
import { type A, b } from "mixed";
import "bare";
export type { C } from "type-export";
export { type D } from "all-types-export";
export { type E, f } from "mixed-export";
export type * from "type-star";
export type * as ns from "type-namespace";
b;
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import", "specifier": "all-types", "typeOnly": true, "span": [119, 130]},
    {"kind": "import", "specifier": "type-clause", "typeOnly": true, "span": [155, 168]},
    {"kind": "import", "specifier": "type-default", "typeOnly": true, "span": [189, 203]},
    {"kind": "import", "specifier": "mixed", "span": [231, 238]},
    {"kind": "import", "specifier": "bare", "span": [247, 253]},
    {"kind": "export-from", "specifier": "type-export", "typeOnly": true, "span": [278, 291]},
    {"kind": "export-from", "specifier": "all-types-export", "typeOnly": true, "span": [316, 334]},
    {"kind": "export-from", "specifier": "mixed-export", "span": [362, 376]},
    {"kind": "export-from", "specifier": "type-star", "typeOnly": true, "span": [397, 408]},
    {"kind": "export-from", "specifier": "type-namespace", "typeOnly": true, "span": [435, 451]}
  ],
  "evaluationOrder": [3, 4, 7],
  "imports": [
    {"kind": "named", "request": 0, "imported": "X", "local": "X", "typeOnly": true, "span": [105, 111]},
    {"kind": "named", "request": 1, "imported": "Y", "local": "Y", "typeOnly": true, "span": [146, 147]},
    {"kind": "default", "request": 2, "imported": "default", "local": "Z", "typeOnly": true, "span": [182, 183]},
    {"kind": "named", "request": 3, "imported": "A", "local": "A", "typeOnly": true, "span": [214, 220]},
    {"kind": "named", "request": 3, "imported": "b", "local": "b", "usedAsValue": true, "span": [222, 223]}
  ],
  "exports": [
    {"kind": "indirect", "request": 5, "exported": "C", "imported": "C", "typeOnly": true, "span": [269, 270]},
    {"kind": "indirect", "request": 6, "exported": "D", "imported": "D", "typeOnly": true, "span": [302, 308]},
    {"kind": "indirect", "request": 7, "exported": "E", "imported": "E", "typeOnly": true, "span": [345, 351]},
    {"kind": "indirect", "request": 7, "exported": "f", "imported": "f", "span": [353, 354]},
    {"kind": "star", "request": 8, "typeOnly": true, "span": [378, 409]},
    {"kind": "namespace", "request": 9, "exported": "ns", "typeOnly": true, "span": [427, 429]}
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
