const a = require("a");
const { b } = require(`b`);
require("./locale/" + name);
require(compute());
require.resolve("c");
require.resolve(compute());
module.require("d");
try { require("optional"); } catch {}
function f() { return require("e"); }
(function (require) { require("not the module's"); })(other);
require(...args);
require();
// --- stdout
{
  "goal": "commonjs",
  "requests": [
    {"kind": "require", "specifier": "a", "span": [18, 21]},
    {"kind": "require", "specifier": "b", "span": [46, 49]},
    {"kind": "require-pattern", "specifier": "./locale/*", "span": [60, 78]},
    {"kind": "require-unknown", "specifier": "", "span": [89, 98]},
    {"kind": "require-resolve", "specifier": "c", "span": [117, 120]},
    {"kind": "require", "specifier": "d", "span": [166, 169]},
    {"kind": "require", "specifier": "optional", "optional": true, "span": [186, 196]},
    {"kind": "require", "specifier": "e", "span": [240, 243]}
  ],
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
