// L21: what TypeScript emits for an enum.
export var TraceFlags;
(function (TraceFlags) { TraceFlags[TraceFlags["NONE"] = 0] = "NONE"; })(TraceFlags || (TraceFlags = {}));
export var undefinedForever;
// --- stdout
{
  "goal": "module",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [
    {"kind": "local", "exported": "TraceFlags", "local": "TraceFlags", "span": [54, 64]},
    {"kind": "local", "exported": "undefinedForever", "local": "undefinedForever", "span": [184, 200]}
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
  "sideEffectFree": false,
  "readsImports": false
}
