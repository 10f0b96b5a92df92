exports.a = 1;
exports['b'] = 2;
module.exports.c = 3;
module . exports /* x */ [ "d\u0065" ] = 4;
exports.a = 5;
if (exports.e === 6) {}
this.exports.no = 1;
x.exports.no = 1;
exportsOther.no = 1;
exports[no] = 1;
exports["\uD800"] = 1;
(function (exports) { exports.f = 1; })({});
// exports.no = 1
"exports.no = 1"; /exports.no = 1/; `exports.no = 1 ${exports.g = 1}`;
exports.__esModule = true;
// --- stdout
{
  "goal": "commonjs",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [],
  "directives": [],
  "commonjsExports": ["a", "b", "c", "de", "e", "f", "g", "__esModule"],
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
