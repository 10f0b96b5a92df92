// L10: declarations that merge under one name are one export.
export class Started {}
export namespace Started { export const make = 1; }
export interface make {}
export const make = 2;
// --- stdout
{
  "goal": "module",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [
    {"kind": "local", "exported": "Started", "local": "Started", "span": [76, 83]},
    {"kind": "local", "exported": "make", "local": "make", "span": [156, 160]}
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
