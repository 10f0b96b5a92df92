// Only reads inside a cycle of declarations need a check, and functions never do.
// --- main.ts
import { a } from "./a";
import { leaf } from "./leaf";
export const x = [a, leaf];
// --- a.ts
import { b, f } from "./b";
import { leaf } from "./leaf";
export const a = () => [b, f, leaf];
// --- b.ts
import { a } from "./a";
export function f() { return a; }
export const b = 1;
// --- leaf.ts
export const leaf = 1;
// --- stdout
main.ts (module)
  import "./a": a.ts
  import "./leaf": leaf.ts
  a = function a of a.ts
  leaf = value leaf of leaf.ts
a.ts (module)
  import "./b": b.ts
  import "./leaf": leaf.ts
  b = value b of b.ts, checked
  f = function f of b.ts
  leaf = value leaf of leaf.ts, checked
leaf.ts (module)
b.ts (module)
  import "./a": a.ts
  a = function a of a.ts, checked
