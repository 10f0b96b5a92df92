__export(require("a"));
__exportStar(require("b"), exports);
tslib.__exportStar(require("c"), exports);
tslib_1.__export(require("d"));
function f() { __exportStar(require("no"), exports); }
// --- stdout
{
  "goal": "commonjs",
  "requests": [
    {"kind": "require", "specifier": "a", "span": [17, 20]},
    {"kind": "require", "specifier": "b", "span": [45, 48]},
    {"kind": "require", "specifier": "c", "span": [88, 91]},
    {"kind": "require", "specifier": "d", "span": [129, 132]},
    {"kind": "require", "specifier": "no", "span": [172, 176]}
  ],
  "evaluationOrder": [],
  "imports": [],
  "exports": [],
  "directives": [],
  "commonjsExports": [],
  "commonjsReexports": ["a", "b", "c", "d"],
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
