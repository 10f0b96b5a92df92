console.log(__dirname);
// --- stdout
{
  "goal": "commonjs",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [],
  "directives": [],
  "commonjsExports": [],
  "commonjsReexports": [],
  "pureFunctions": [],
  "hasModuleSyntax": false,
  "hasTopLevelAwait": false,
  "usesImportMeta": false,
  "usesCommonjsGlobals": true,
  "usesJsx": false,
  "usesDirectEval": false,
  "strict": false,
  "sideEffectFree": false,
  "readsImports": false
}
