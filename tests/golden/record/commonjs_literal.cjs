module.exports = { a, b: c, 'd': e, ...f, ...require('x'), g: h };
// --- stdout
{
  "goal": "commonjs",
  "requests": [
    {"kind": "require", "specifier": "x", "span": [53, 56]}
  ],
  "evaluationOrder": [],
  "imports": [],
  "exports": [],
  "directives": [],
  "commonjsExports": ["a", "b", "d", "g"],
  "commonjsReexports": ["x"],
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
