/// <reference types="node" />
import { A } from "a";
export declare function f(a: A): import("b").B;
export * from "c";
export { x } from "d";
export as namespace Everywhere;
export const c: number;
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import", "specifier": "a", "typeOnly": true, "span": [49, 52]},
    {"kind": "import-type", "specifier": "b", "typeOnly": true, "span": [94, 97]},
    {"kind": "export-from", "specifier": "c", "typeOnly": true, "span": [116, 119]},
    {"kind": "export-from", "specifier": "d", "typeOnly": true, "span": [139, 142]}
  ],
  "evaluationOrder": [],
  "imports": [
    {"kind": "named", "request": 0, "imported": "A", "local": "A", "typeOnly": true, "span": [40, 41]}
  ],
  "exports": [
    {"kind": "local", "exported": "f", "local": "f", "typeOnly": true, "span": [78, 79]},
    {"kind": "star", "request": 2, "typeOnly": true, "span": [102, 120]},
    {"kind": "indirect", "request": 3, "exported": "x", "imported": "x", "typeOnly": true, "span": [130, 131]},
    {"kind": "local", "exported": "c", "local": "c", "typeOnly": true, "span": [189, 190]}
  ],
  "directives": [
    {"kind": "reference-types", "value": "node", "span": [22, 26]}
  ],
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
