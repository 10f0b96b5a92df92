"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.a = 1;
exports.f = function () { return require("x"); };
0 && (module.exports = { a, f });
// --- stdout
{
  "goal": "commonjs",
  "requests": [
    {"kind": "require", "specifier": "x", "span": [133, 136]}
  ],
  "evaluationOrder": [],
  "imports": [],
  "exports": [],
  "directives": [],
  "commonjsExports": ["__esModule", "a", "f"],
  "commonjsReexports": [],
  "pureFunctions": [],
  "hasModuleSyntax": false,
  "hasTopLevelAwait": false,
  "usesImportMeta": false,
  "usesCommonjsGlobals": true,
  "usesJsx": false,
  "usesDirectEval": false,
  "strict": true,
  "sideEffectFree": true,
  "readsImports": false
}
