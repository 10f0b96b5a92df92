export const a = 1;
module.exports.b = 2;
if (typeof module === "object") module.exports = a;
// --- stdout
{
  "goal": "module",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [
    {"kind": "local", "exported": "a", "local": "a", "span": [13, 14]}
  ],
  "directives": [],
  "commonjsExports": [],
  "commonjsReexports": [],
  "pureFunctions": [],
  "hasModuleSyntax": true,
  "hasTopLevelAwait": false,
  "usesImportMeta": false,
  "usesCommonjsGlobals": true,
  "usesJsx": false,
  "usesDirectEval": false,
  "strict": true,
  "sideEffectFree": false,
  "readsImports": false
}
// --- stderr
warning[P4011]: `module` does not exist in an ES module
 --> warn_commonjs_in_module.mjs:2:1
  |
2 | module.exports.b = 2;
  | ^^^^^^
