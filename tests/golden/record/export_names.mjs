// L28: names that no binding could have.
const _null = null, _undefined = undefined, s = 1;
export { _null as null, _undefined as undefined, s as "string name", s as default };
// --- stdout
{
  "goal": "module",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [
    {"kind": "local", "exported": "null", "local": "_null", "span": [102, 115]},
    {"kind": "local", "exported": "undefined", "local": "_undefined", "span": [117, 140]},
    {"kind": "local", "exported": "string name", "local": "s", "span": [142, 160]},
    {"kind": "local", "exported": "default", "local": "s", "span": [162, 174]}
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
