// L21: `export var X;` has a binding, directly and through a barrel.
// --- main.ts
import { X } from "./flags.mjs";
import { X as viaBarrel, y } from "./barrel";
export const x = [X, viaBarrel, y];
// --- flags.mjs
export var X;
(function (X) { X[X["A"] = 0] = "A"; })(X || (X = {}));
export var y;
// --- barrel.ts
export * from "./flags.mjs";
// --- stdout
main.ts (module)
  import "./flags.mjs": flags.mjs
  import "./barrel": barrel.ts
  X = value X of flags.mjs
  viaBarrel = value X of flags.mjs
  y = value y of flags.mjs
flags.mjs (module)
barrel.ts (module)
  export-from "./flags.mjs": flags.mjs
