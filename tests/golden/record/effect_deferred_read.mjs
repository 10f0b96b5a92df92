import defer * as late from "a";
export const x = late.x;
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import", "specifier": "a", "phase": "defer", "span": [28, 31]}
  ],
  "evaluationOrder": [0],
  "imports": [
    {"kind": "namespace", "request": 0, "local": "late", "usedAsValue": true, "span": [13, 22]}
  ],
  "exports": [
    {"kind": "local", "exported": "x", "local": "x", "span": [46, 47]}
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
