export var a, b = 1;
export let { c, d: [e, ...f], g = 2, ...h } = source;
export const i = () => {};
export function j() {}
export async function* k() {}
export class L {}
// --- stdout
{
  "goal": "module",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [
    {"kind": "local", "exported": "a", "local": "a", "span": [11, 12]},
    {"kind": "local", "exported": "b", "local": "b", "span": [14, 15]},
    {"kind": "local", "exported": "c", "local": "c", "span": [34, 35]},
    {"kind": "local", "exported": "e", "local": "e", "span": [41, 42]},
    {"kind": "local", "exported": "f", "local": "f", "span": [47, 48]},
    {"kind": "local", "exported": "g", "local": "g", "span": [51, 52]},
    {"kind": "local", "exported": "h", "local": "h", "span": [61, 62]},
    {"kind": "local", "exported": "i", "local": "i", "span": [88, 89]},
    {"kind": "local", "exported": "j", "local": "j", "span": [118, 119]},
    {"kind": "local", "exported": "k", "local": "k", "span": [148, 149]},
    {"kind": "local", "exported": "L", "local": "L", "span": [168, 169]}
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
