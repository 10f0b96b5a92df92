// L18, L29: only the last one counts.
module.exports = require('a');
(module => module.exports = require('b'))(x);
if (false) module.exports = require('c');
// --- stdout
{
  "goal": "commonjs",
  "requests": [
    {"kind": "require", "specifier": "a", "span": [64, 67]},
    {"kind": "require", "specifier": "b", "span": [106, 109]},
    {"kind": "require", "specifier": "c", "span": [152, 155]}
  ],
  "evaluationOrder": [],
  "imports": [],
  "exports": [],
  "directives": [],
  "commonjsExports": [],
  "commonjsReexports": ["c"],
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
