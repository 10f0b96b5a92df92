// The first import of "a" may be elided; then the second one sets the place.
import { T } from "a";
import { v } from "b";
import "a";
export const u: T = v;
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import", "specifier": "a", "elidable": true, "span": [96, 99]},
    {"kind": "import", "specifier": "b", "span": [119, 122]},
    {"kind": "import", "specifier": "a", "span": [131, 134]}
  ],
  "evaluationOrder": [0, 1, 2],
  "imports": [
    {"kind": "named", "request": 0, "imported": "T", "local": "T", "span": [87, 88]},
    {"kind": "named", "request": 1, "imported": "v", "local": "v", "usedAsValue": true, "span": [110, 111]}
  ],
  "exports": [
    {"kind": "local", "exported": "u", "local": "u", "span": [149, 150]}
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
  "readsImports": true
}
