(function (require, module) { let exports; return { exports, a: module, b: require, __filename: 1 }; });
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
  "usesCommonjsGlobals": false,
  "usesJsx": false,
  "usesDirectEval": false,
  "strict": false,
  "sideEffectFree": true,
  "readsImports": false
}
