interface I {}
type T = I;
class C {}
declare const d: number;
enum E { A }
export { I, T as Renamed, C, type C as OnlyType, d, E };
export default I;
// --- stdout
{
  "goal": "module",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [
    {"kind": "local", "exported": "I", "local": "I", "typeOnly": true, "span": [85, 86]},
    {"kind": "local", "exported": "Renamed", "local": "T", "typeOnly": true, "span": [88, 100]},
    {"kind": "local", "exported": "C", "local": "C", "span": [102, 103]},
    {"kind": "local", "exported": "OnlyType", "local": "C", "typeOnly": true, "span": [105, 123]},
    {"kind": "local", "exported": "d", "local": "d", "span": [125, 126]},
    {"kind": "local", "exported": "E", "local": "E", "span": [128, 129]},
    {"kind": "local", "exported": "default", "local": "*default*", "typeOnly": true, "span": [148, 149]}
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
