// Errors of all files are shown, each with its place.
// --- main.ts
import { a } from "./a";
let b = a +;
// --- a.ts
export const a = ;
// --- stdout
main.ts (module)
  import "./a": a.ts
  a = value a of a.ts
a.ts (module)
// --- stderr
error[P1105]: expected an expression, found `;`
 --> a.ts:1:18
  |
1 | export const a = ;
  |                  ^

error[P1105]: expected an expression, found `;`
 --> main.ts:2:12
  |
2 | let b = a +;
  |            ^
