/** @jsx h */
/** @jsxFrag Fragment */
import { h, Fragment, unused } from "preact";
export const view = <><p>{1}</p></>;
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import", "specifier": "preact", "span": [75, 83]}
  ],
  "evaluationOrder": [0],
  "imports": [
    {"kind": "named", "request": 0, "imported": "h", "local": "h", "usedAsValue": true, "span": [48, 49]},
    {"kind": "named", "request": 0, "imported": "Fragment", "local": "Fragment", "usedAsValue": true, "span": [51, 59]},
    {"kind": "named", "request": 0, "imported": "unused", "local": "unused", "span": [61, 67]}
  ],
  "exports": [
    {"kind": "local", "exported": "view", "local": "view", "span": [98, 102]}
  ],
  "directives": [
    {"kind": "jsx", "value": "h", "span": [9, 10]},
    {"kind": "jsx-fragment", "value": "Fragment", "span": [27, 35]}
  ],
  "commonjsExports": [],
  "commonjsReexports": [],
  "pureFunctions": [],
  "hasModuleSyntax": true,
  "hasTopLevelAwait": false,
  "usesImportMeta": false,
  "usesCommonjsGlobals": false,
  "usesJsx": true,
  "usesDirectEval": false,
  "strict": true,
  "sideEffectFree": false,
  "readsImports": false
}
