#!/usr/bin/env node
// @jsx h
// @ts-check
/* @jsxRuntime automatic */
// --- stdout
{
  "goal": "module",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [],
  "directives": [
    {"kind": "jsx", "value": "h", "span": [28, 29]},
    {"kind": "ts-check", "span": [33, 42]},
    {"kind": "jsx-runtime", "value": "automatic", "span": [58, 67]}
  ],
  "commonjsExports": [],
  "commonjsReexports": [],
  "pureFunctions": [],
  "hasModuleSyntax": false,
  "hasTopLevelAwait": false,
  "usesImportMeta": false,
  "usesCommonjsGlobals": false,
  "usesJsx": false,
  "usesDirectEval": false,
  "strict": true,
  "sideEffectFree": true,
  "readsImports": false
}
