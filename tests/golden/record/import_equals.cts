import fs = require("fs");
import type types = require("types");
import unused = require("unused");
import alias = fs.promises;
export import path = require("path");
export import Stats = fs.Stats;
fs.readFileSync, alias;
// --- stdout
{
  "goal": "commonjs",
  "requests": [
    {"kind": "require", "specifier": "fs", "span": [20, 24]},
    {"kind": "require", "specifier": "types", "typeOnly": true, "span": [55, 62]},
    {"kind": "require", "specifier": "unused", "elidable": true, "span": [89, 97]},
    {"kind": "require", "specifier": "path", "span": [157, 163]}
  ],
  "evaluationOrder": [],
  "imports": [],
  "exports": [
    {"kind": "local", "exported": "path", "local": "path", "span": [142, 146]},
    {"kind": "local", "exported": "Stats", "local": "Stats", "span": [180, 185]}
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
  "sideEffectFree": false,
  "readsImports": false
}
