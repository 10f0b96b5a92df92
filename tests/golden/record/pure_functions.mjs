/* #__NO_SIDE_EFFECTS__ */
export function make() { return {}; }
export const arrow = /* #__NO_SIDE_EFFECTS__ */ () => ({});
/* #__NO_SIDE_EFFECTS__ */
function inner() { return {}; }
export const made = make(), other = [arrow(1), inner()];
export { inner as outer };
export function unmarked() {}
/* #__NO_SIDE_EFFECTS__ */
export const declared = () => ({}), unmarkedNext = () => ({});
/* @__NO_SIDE_EFFECTS__ */ const hidden = function () { return {}; };
/* #__NO_SIDE_EFFECTS__ */ export let changeable = () => ({});
/* #__NO_SIDE_EFFECTS__ */ export const value = 1;
export { hidden };
// --- stdout
{
  "goal": "module",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [
    {"kind": "local", "exported": "make", "local": "make", "span": [43, 47]},
    {"kind": "local", "exported": "arrow", "local": "arrow", "span": [78, 83]},
    {"kind": "local", "exported": "made", "local": "made", "span": [197, 201]},
    {"kind": "local", "exported": "other", "local": "other", "span": [212, 217]},
    {"kind": "local", "exported": "outer", "local": "inner", "span": [250, 264]},
    {"kind": "local", "exported": "unmarked", "local": "unmarked", "span": [284, 292]},
    {"kind": "local", "exported": "declared", "local": "declared", "span": [338, 346]},
    {"kind": "local", "exported": "unmarkedNext", "local": "unmarkedNext", "span": [361, 373]},
    {"kind": "local", "exported": "changeable", "local": "changeable", "span": [496, 506]},
    {"kind": "local", "exported": "value", "local": "value", "span": [561, 566]},
    {"kind": "local", "exported": "hidden", "local": "hidden", "span": [581, 587]}
  ],
  "directives": [],
  "commonjsExports": [],
  "commonjsReexports": [],
  "pureFunctions": ["make", "arrow", "outer", "declared", "hidden"],
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
