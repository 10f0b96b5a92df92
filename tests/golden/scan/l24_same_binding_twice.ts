// L24: the same binding through two stars is not ambiguous; an own export wins over a star.
// --- main.ts
import { one, own } from "./barrel";
export const x = [one, own];
// --- barrel.ts
export * from "./a";
export * from "./b";
export const own = 1;
// --- a.ts
export * from "./leaf";
// --- b.ts
export { one } from "./leaf";
// --- leaf.ts
export const one = 1;
export const own = 2;
// --- stdout
main.ts (module)
  import "./barrel": barrel.ts
  one = value one of leaf.ts
  own = value own of barrel.ts
barrel.ts (module)
  export-from "./a": a.ts
  export-from "./b": b.ts
a.ts (module)
  export-from "./leaf": leaf.ts
b.ts (module)
  export-from "./leaf": leaf.ts
leaf.ts (module)
