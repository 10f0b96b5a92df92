/// <reference />
/// <reference pth="x" />
/// <other />
export {};
// --- stdout
{
  "goal": "module",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
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
  "sideEffectFree": true,
  "readsImports": false
}
// --- stderr
error[P4020]: a `reference` directive needs `path`, `types`, `lib` or `no-default-lib`
 --> fail_reference.ts:1:1
  |
1 | /// <reference />
  | ^^^^^^^^^^^^^^^^^

error[P4020]: a `reference` directive needs `path`, `types`, `lib` or `no-default-lib`
 --> fail_reference.ts:2:1
  |
2 | /// <reference pth="x" />
  | ^^^^^^^^^^^^^^^^^^^^^^^^^
