module.exports = { a, b: c.d, no };
module.exports = { e() {}, no };
module.exports = { f: g , no };
module.exports = { h: require('x'), no };
// --- stdout
{
  "goal": "commonjs",
  "requests": [
    {"kind": "require", "specifier": "x", "span": [131, 134]}
  ],
  "evaluationOrder": [],
  "imports": [],
  "exports": [],
  "directives": [],
  "commonjsExports": ["a", "b", "e", "f", "h"],
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
