import { x } from "x";
export function f() { x(); }
export class A { static a = 1; static #b = [f]; [Symbol.iterator]() {} static { const c = 2; } get "d"() {} }
export class B extends A {}
export class C extends Error {}
export const n = 1 + 2 * -3, s = `a${n}b`, o = { f, [s]: n, get g() { return x(); } };
export let re = /a/g, none, fn = async () => x();
export const m = new Map([[1, f]]), set = new Set([1, 2]), w = new WeakMap();
export const frozen = Object.freeze({ a: Math.PI, b: typeof window === "undefined" ? null : void 0 });
export const sym = Symbol("x"), call = /* @__PURE__ */ x(1), made = /* #__PURE__ */ new A();
export default s;
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import", "specifier": "x", "span": [18, 21]}
  ],
  "evaluationOrder": [0],
  "imports": [
    {"kind": "named", "request": 0, "imported": "x", "local": "x", "usedAsValue": true, "span": [9, 10]}
  ],
  "exports": [
    {"kind": "local", "exported": "f", "local": "f", "span": [39, 40]},
    {"kind": "local", "exported": "A", "local": "A", "span": [65, 66]},
    {"kind": "local", "exported": "B", "local": "B", "span": [175, 176]},
    {"kind": "local", "exported": "C", "local": "C", "span": [203, 204]},
    {"kind": "local", "exported": "n", "local": "n", "span": [235, 236]},
    {"kind": "local", "exported": "s", "local": "s", "span": [251, 252]},
    {"kind": "local", "exported": "o", "local": "o", "span": [265, 266]},
    {"kind": "local", "exported": "re", "local": "re", "span": [320, 322]},
    {"kind": "local", "exported": "none", "local": "none", "span": [331, 335]},
    {"kind": "local", "exported": "fn", "local": "fn", "span": [337, 339]},
    {"kind": "local", "exported": "m", "local": "m", "span": [372, 373]},
    {"kind": "local", "exported": "set", "local": "set", "span": [395, 398]},
    {"kind": "local", "exported": "w", "local": "w", "span": [418, 419]},
    {"kind": "local", "exported": "frozen", "local": "frozen", "span": [450, 456]},
    {"kind": "local", "exported": "sym", "local": "sym", "span": [553, 556]},
    {"kind": "local", "exported": "call", "local": "call", "span": [572, 576]},
    {"kind": "local", "exported": "made", "local": "made", "span": [601, 605]},
    {"kind": "local", "exported": "default", "local": "*default*", "span": [648, 649]}
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
