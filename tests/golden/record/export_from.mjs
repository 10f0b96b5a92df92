// L17, L22, L23, L24: barrels, with a namespace of the file itself and of a built-in module.
export { a, b as c, default, default as d, "s t" as e } from "x";
export * from "y";
export * as ns from "ws";
export * as self from ".";
export * as "quoted name" from "..";
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "export-from", "specifier": "x", "span": [155, 158]},
    {"kind": "export-from", "specifier": "y", "span": [174, 177]},
    {"kind": "export-from", "specifier": "ws", "span": [199, 203]},
    {"kind": "export-from", "specifier": ".", "span": [227, 230]},
    {"kind": "export-from", "specifier": "..", "span": [263, 267]}
  ],
  "evaluationOrder": [0, 1, 2, 3, 4],
  "imports": [],
  "exports": [
    {"kind": "indirect", "request": 0, "exported": "a", "imported": "a", "span": [103, 104]},
    {"kind": "indirect", "request": 0, "exported": "c", "imported": "b", "span": [106, 112]},
    {"kind": "indirect", "request": 0, "exported": "default", "imported": "default", "span": [114, 121]},
    {"kind": "indirect", "request": 0, "exported": "d", "imported": "default", "span": [123, 135]},
    {"kind": "indirect", "request": 0, "exported": "e", "imported": "s t", "span": [137, 147]},
    {"kind": "star", "request": 1, "span": [160, 178]},
    {"kind": "namespace", "request": 2, "exported": "ns", "span": [191, 193]},
    {"kind": "namespace", "request": 3, "exported": "self", "span": [217, 221]},
    {"kind": "namespace", "request": 4, "exported": "quoted name", "span": [244, 257]}
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
