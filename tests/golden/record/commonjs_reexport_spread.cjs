module.exports = require('ignored');
module.exports = { ...require('a'), ...require('b') };
// --- stdout
{
  "goal": "commonjs",
  "requests": [
    {"kind": "require", "specifier": "ignored", "span": [25, 34]},
    {"kind": "require", "specifier": "a", "span": [67, 70]},
    {"kind": "require", "specifier": "b", "span": [84, 87]}
  ],
  "evaluationOrder": [],
  "imports": [],
  "exports": [],
  "directives": [],
  "commonjsExports": [],
  "commonjsReexports": ["a", "b"],
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
