export = { a: 1 };
// --- stdout
{
  "goal": "commonjs",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [
    {"kind": "assignment", "exported": "export=", "local": "*default*", "span": [0, 18]}
  ],
  "directives": [],
  "commonjsExports": [],
  "commonjsReexports": [],
  "pureFunctions": [],
  "hasModuleSyntax": false,
  "hasTopLevelAwait": false,
  "usesImportMeta": false,
  "usesCommonjsGlobals": false,
  "usesJsx": false,
  "usesDirectEval": false,
  "strict": false,
  "sideEffectFree": true,
  "readsImports": false
}
