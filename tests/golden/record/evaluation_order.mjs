// One entry for each specifier, attributes and phase; the first place counts.
import "b";
export * from "a";
import { x } from "b";
import defer * as d from "b";
import j from "b" with { type: "json" };
export { y } from "a";
import "c";
x, d, j;
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import", "specifier": "b", "span": [86, 89]},
    {"kind": "export-from", "specifier": "a", "span": [105, 108]},
    {"kind": "import", "specifier": "b", "span": [128, 131]},
    {"kind": "import", "specifier": "b", "phase": "defer", "span": [158, 161]},
    {"kind": "import", "specifier": "b", "attributes": {"type": "json"}, "span": [177, 180]},
    {"kind": "export-from", "specifier": "a", "span": [222, 225]},
    {"kind": "import", "specifier": "c", "span": [234, 237]}
  ],
  "evaluationOrder": [0, 1, 3, 4, 6],
  "imports": [
    {"kind": "named", "request": 2, "imported": "x", "local": "x", "usedAsValue": true, "span": [119, 120]},
    {"kind": "namespace", "request": 3, "local": "d", "usedAsValue": true, "span": [146, 152]},
    {"kind": "default", "request": 4, "imported": "default", "local": "j", "usedAsValue": true, "span": [170, 171]}
  ],
  "exports": [
    {"kind": "star", "request": 1, "span": [91, 109]},
    {"kind": "indirect", "request": 5, "exported": "y", "imported": "y", "span": [213, 214]}
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
