import data from "./a.json" with { type: "json", "b-key": "1", a: "2" };
import same from "./a.json" with { "b-key": "1", a: "2", type: "json" };
import plain from "./a.json";
export { x } from "./b.js" with { type: "bytes" };
export * from "./c.js" with { type: "text" };
data, same, plain;
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import", "specifier": "./a.json", "attributes": {"a": "2", "b-key": "1", "type": "json"}, "span": [17, 27]},
    {"kind": "import", "specifier": "./a.json", "attributes": {"a": "2", "b-key": "1", "type": "json"}, "span": [90, 100]},
    {"kind": "import", "specifier": "./a.json", "span": [164, 174]},
    {"kind": "export-from", "specifier": "./b.js", "attributes": {"type": "bytes"}, "span": [194, 202]},
    {"kind": "export-from", "specifier": "./c.js", "attributes": {"type": "text"}, "span": [241, 249]}
  ],
  "evaluationOrder": [0, 2, 3, 4],
  "imports": [
    {"kind": "default", "request": 0, "imported": "default", "local": "data", "usedAsValue": true, "span": [7, 11]},
    {"kind": "default", "request": 1, "imported": "default", "local": "same", "usedAsValue": true, "span": [80, 84]},
    {"kind": "default", "request": 2, "imported": "default", "local": "plain", "usedAsValue": true, "span": [153, 158]}
  ],
  "exports": [
    {"kind": "indirect", "request": 3, "exported": "x", "imported": "x", "span": [185, 186]},
    {"kind": "star", "request": 4, "span": [227, 272]}
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
