export default class {}
// --- stdout
{
  "goal": "module",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [
    {"kind": "local", "exported": "default", "local": "*default*", "span": [15, 23]}
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
