// L26: the local name is the only key.
// --- main.ts
import { a as n, c as a } from "./x";
import { a as t, b as c } from "./y";
import { n as b, t as x } from "./z";
export const all = [n, a, t, c, b, x];
// --- x.ts
export const a = 1, c = 2;
// --- y.ts
export const a = 3, b = 4;
// --- z.ts
const l = 5, m = 6;
export { l as n, m as t };
// --- stdout
main.ts (module)
  import "./x": x.ts
  import "./y": y.ts
  import "./z": z.ts
  a = value c of x.ts
  b = value n of z.ts
  c = value b of y.ts
  n = value a of x.ts
  t = value a of y.ts
  x = value t of z.ts
x.ts (module)
y.ts (module)
z.ts (module)
