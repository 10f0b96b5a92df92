// L29: the leaf's class, under the barrel's name.
const Dispatcher = require("./leaf");
module.exports.Dispatcher = Dispatcher;
// --- stdout
{
  "goal": "commonjs",
  "requests": [
    {"kind": "require", "specifier": "./leaf", "span": [78, 86]}
  ],
  "evaluationOrder": [],
  "imports": [],
  "exports": [],
  "directives": [],
  "commonjsExports": ["Dispatcher"],
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
