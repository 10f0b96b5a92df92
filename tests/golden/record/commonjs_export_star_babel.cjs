var _a = require("a");
Object.keys(_a).forEach(function (key) {
  if (key === "default" || key === "__esModule") return;
  exports[key] = _a[key];
});
let _b = _interopRequireWildcard(require("b"));
Object.keys(_b).forEach(function (key) {
  if (key === "default" || key === "__esModule") return;
  if (Object.prototype.hasOwnProperty.call(_exportNames, key)) return;
  if (key in exports && exports[key] === _b[key]) return;
  Object.defineProperty(exports, key, {
    enumerable: true,
    get: function () { return _b[key]; }
  });
});
const c = require("c");
Object.keys(c).forEach(function (k) {
  if (k !== 'default' && !exports.hasOwnProperty(k)) exports[k] = c[k];
});
Object.keys(unknown).forEach(function (k) {
  if (k !== 'default') exports[k] = unknown[k];
});
// --- stdout
{
  "goal": "commonjs",
  "requests": [
    {"kind": "require", "specifier": "a", "span": [17, 20]},
    {"kind": "require", "specifier": "b", "span": [192, 195]},
    {"kind": "require", "specifier": "c", "span": [557, 560]}
  ],
  "evaluationOrder": [],
  "imports": [],
  "exports": [],
  "directives": [],
  "commonjsExports": [],
  "commonjsReexports": ["a", "b", "c"],
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
