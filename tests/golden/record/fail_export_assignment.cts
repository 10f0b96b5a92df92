export const a = 1;
export = a;
// --- stdout
{
  "goal": "commonjs",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [
    {"kind": "local", "exported": "a", "local": "a", "span": [13, 14]},
    {"kind": "assignment", "exported": "export=", "local": "a", "span": [20, 31]}
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
// --- stderr
error[P4010]: `export =` cannot stand in a file with other exports
 --> fail_export_assignment.cts:2:1
  |
1 | export const a = 1;
  |              - exported here
2 | export = a;
  | ^^^^^^^^^^^
