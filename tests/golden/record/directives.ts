/// <reference path="./a.d.ts" />
/// <reference types="node" resolution-mode="import" />
/// <reference lib='es2022' />
/// <reference no-default-lib="true"/>
/// <amd-module name="x" />
// @ts-nocheck: generated
// @jsx ignored
/* @jsx h @jsxRuntime classic */
/**
 * @jsxFrag Fragment
 * @jsximportsource preact
 */
// @ts-check
export {};
/// <reference path="./too-late.d.ts" />
// @ts-nocheck
// --- stdout
{
  "goal": "module",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [],
  "directives": [
    {"kind": "reference-path", "value": "./a.d.ts", "span": [21, 29]},
    {"kind": "reference-types", "value": "node", "span": [56, 60]},
    {"kind": "reference-lib", "value": "es2022", "span": [110, 116]},
    {"kind": "reference-no-default-lib", "value": "true", "span": [152, 156]},
    {"kind": "ts-nocheck", "span": [191, 202]},
    {"kind": "jsx", "value": "h", "span": [238, 239]},
    {"kind": "jsx-runtime", "value": "classic", "span": [252, 259]},
    {"kind": "jsx-fragment", "value": "Fragment", "span": [279, 287]},
    {"kind": "jsx-import-source", "value": "preact", "span": [308, 314]},
    {"kind": "ts-check", "span": [322, 331]}
  ],
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
