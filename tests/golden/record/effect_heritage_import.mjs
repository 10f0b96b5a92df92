import { A } from "a";
export class B extends A {}
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import", "specifier": "a", "span": [18, 21]}
  ],
  "evaluationOrder": [0],
  "imports": [
    {"kind": "named", "request": 0, "imported": "A", "local": "A", "usedAsValue": true, "span": [9, 10]}
  ],
  "exports": [
    {"kind": "local", "exported": "B", "local": "B", "span": [36, 37]}
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
  "sideEffectFree": false,
  "readsImports": false
}
