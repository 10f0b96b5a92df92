import defer * as late from "a";
import source program from "b.wasm";
import "a";
late.x, program;
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import", "specifier": "a", "phase": "defer", "span": [28, 31]},
    {"kind": "import", "specifier": "b.wasm", "phase": "source", "span": [60, 68]},
    {"kind": "import", "specifier": "a", "span": [77, 80]}
  ],
  "evaluationOrder": [0, 1, 2],
  "imports": [
    {"kind": "namespace", "request": 0, "local": "late", "usedAsValue": true, "span": [13, 22]},
    {"kind": "default", "request": 1, "imported": "default", "local": "program", "usedAsValue": true, "span": [47, 54]}
  ],
  "exports": [],
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
  "readsImports": true
}
