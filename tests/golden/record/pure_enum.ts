export enum Flags { None = 0, A = 1 << 0, B = 1 << 1, Both = A | B }
export namespace N { export const x = 1; export function f() {} }
declare global { interface Window { x: number } }
interface I {}
// --- stdout
{
  "goal": "module",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [
    {"kind": "local", "exported": "Flags", "local": "Flags", "span": [12, 17]},
    {"kind": "local", "exported": "N", "local": "N", "span": [86, 87]}
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
