import "";
export * from "";
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import", "specifier": "", "span": [7, 9]},
    {"kind": "export-from", "specifier": "", "span": [25, 27]}
  ],
  "evaluationOrder": [0],
  "imports": [],
  "exports": [
    {"kind": "star", "request": 1, "span": [11, 28]}
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
  "readsImports": false
}
// --- stderr
error[P4001]: a module specifier cannot be empty
 --> fail_empty_specifier.mjs:1:8
  |
1 | import "";
  |        ^^

error[P4001]: a module specifier cannot be empty
 --> fail_empty_specifier.mjs:2:15
  |
2 | export * from "";
  |               ^^
