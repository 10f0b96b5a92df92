// L05, L08, L09: the local name is the binding's, whatever else has the exported one.
function a() {}
function l() { return a(); }
function graphql() {}
function graphql2() {}
var s = 1;
export { l as a, graphql2 as graphql, s as first, a as second };
// --- stdout
{
  "goal": "module",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [
    {"kind": "local", "exported": "a", "local": "l", "span": [197, 203]},
    {"kind": "local", "exported": "graphql", "local": "graphql2", "span": [205, 224]},
    {"kind": "local", "exported": "first", "local": "s", "span": [226, 236]},
    {"kind": "local", "exported": "second", "local": "a", "span": [238, 249]}
  ],
  "directives": [],
  "commonjsExports": [],
  "commonjsReexports": [],
  "pureFunctions": [],
  "hasModuleSyntax": true,
  "hasTopLevelAwait": false,
  "usesImportMeta": false,
  "usesCommonjsGlobals": false,
  "usesJsx": false,
  "usesDirectEval": false,
  "strict": true,
  "sideEffectFree": true,
  "readsImports": false
}
