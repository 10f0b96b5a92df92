import { helper } from "helper";
class Thing {}
export = Thing;
// --- stdout
{
  "goal": "commonjs",
  "requests": [
    {"kind": "import", "specifier": "helper", "elidable": true, "span": [23, 31]}
  ],
  "evaluationOrder": [0],
  "imports": [
    {"kind": "named", "request": 0, "imported": "helper", "local": "helper", "span": [9, 15]}
  ],
  "exports": [
    {"kind": "assignment", "exported": "export=", "local": "Thing", "span": [48, 63]}
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
  "strict": false,
  "sideEffectFree": true,
  "readsImports": false
}
