import.meta.resolve("x");
import.meta.resolve(compute());
import.meta.url;
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import-meta-resolve", "specifier": "x", "span": [20, 23]}
  ],
  "evaluationOrder": [],
  "imports": [],
  "exports": [],
  "directives": [],
  "commonjsExports": [],
  "commonjsReexports": [],
  "pureFunctions": [],
  "hasModuleSyntax": true,
  "hasTopLevelAwait": false,
  "usesImportMeta": true,
  "usesCommonjsGlobals": false,
  "usesJsx": false,
  "usesDirectEval": false,
  "strict": true,
  "sideEffectFree": false,
  "readsImports": false
}
