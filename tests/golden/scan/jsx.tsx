// L37: what JSX imports without saying so, and a factory of one's own.
// --- args: --dump=graph main.tsx
// --- main.tsx
import { classic } from "./classic";
export const x = <div>{classic}</div>;
// --- classic.tsx
/** @jsx h */
import { h } from "./h";
import { unused } from "./h";
export const classic = <p />;
// --- h.ts
export function h() {}
export const unused = 1;
// --- node_modules/react/package.json
{"name": "react", "version": "19.0.0", "exports": {"./jsx-runtime": "./jsx-runtime.js"}}
// --- node_modules/react/jsx-runtime.js
exports.jsx = exports.jsxs = function () {};
exports.Fragment = Symbol();
// --- stdout
main.tsx (module)
  import "./classic": classic.tsx
  *Fragment* = CommonJS Fragment of node_modules/react/jsx-runtime.js
  *jsx* = CommonJS jsx of node_modules/react/jsx-runtime.js
  *jsxs* = CommonJS jsxs of node_modules/react/jsx-runtime.js
  classic = value classic of classic.tsx
node_modules/react/jsx-runtime.js (commonjs)
classic.tsx (module)
  import "./h": h.ts
  import "./h": erased
  h = function h of h.ts
h.ts (module)
