export default interface Shape {}
export default function Shape(): void;
export default function Shape(): void {}
// --- stdout
{
  "goal": "module",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [
    {"kind": "local", "exported": "default", "local": "Shape", "span": [15, 33]}
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
