let a: import("a").T;
type B = typeof import("b");
declare module "ambient" {
  import c from "c";
  export { c };
  export function g(x: import("d").D): void;
}
export {};
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import-type", "specifier": "a", "typeOnly": true, "span": [14, 17]},
    {"kind": "import-type", "specifier": "b", "typeOnly": true, "span": [45, 48]},
    {"kind": "import-type", "specifier": "d", "typeOnly": true, "span": [145, 148]}
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
  "usesImportMeta": false,
  "usesCommonjsGlobals": false,
  "usesJsx": false,
  "usesDirectEval": false,
  "strict": true,
  "sideEffectFree": true,
  "readsImports": false
}
