// --- args: --stop-after=bind --dump=record --goal=script
// --- a.js
if (typeof module === "object") module.exports = {};
// --- stdout
{
  "goal": "script",
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
