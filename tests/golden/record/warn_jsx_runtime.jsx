/* @jsxRuntime modern */
// --- stdout
{
  "goal": "module",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [],
  "directives": [
    {"kind": "jsx-runtime", "value": "modern", "span": [15, 21]}
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
// --- stderr
warning[P4021]: `@jsxRuntime` is `classic` or `automatic`, found `modern`
 --> warn_jsx_runtime.jsx:1:16
  |
1 | /* @jsxRuntime modern */
  |                ^^^^^^
