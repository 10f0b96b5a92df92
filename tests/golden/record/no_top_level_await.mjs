async () => { await 1; for await (const x of y); await using z = y; };
// --- stdout
{
  "goal": "module",
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
  "usesCommonjsGlobals": false,
  "usesJsx": false,
  "usesDirectEval": false,
  "strict": true,
  "sideEffectFree": true,
  "readsImports": false
}
