// L24: three barrels deep: functions, classes, variables; no `default`; ambiguous names left out.
// --- main.ts
import { f, C, v } from "./a";
import * as all from "./a";
export const x = [f, C, v, all];
// --- a.ts
export * from "./b";
// --- b.ts
export * from "./c";
export * from "./other";
// --- c.ts
export * from "./d";
export default 1;
// --- d.ts
export function f() {}
export class C { m() {} }
export let v = 1; v++;
export const clash = 1;
// --- other.ts
export const clash = 2;
// --- stdout
main.ts (module)
  import "./a": a.ts
  import "./a": a.ts
  C = class C of d.ts
  all = namespace of a.ts
  f = function f of d.ts
  v = value v of d.ts
a.ts (module)
  export-from "./b": b.ts
  exports C = C of d.ts
  exports f = f of d.ts
  exports v = v of d.ts
b.ts (module)
  export-from "./c": c.ts
  export-from "./other": other.ts
c.ts (module)
  export-from "./d": d.ts
other.ts (module)
d.ts (module)
