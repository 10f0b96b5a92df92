import { a } from "x";
import type { B } from "y";
export const c: B = a;
// --- stderr
error[P6002]: module syntax in a CommonJS module can't be compiled yet
 --> fail_module_syntax.cts:3:1
  |
3 | export const c: B = a;
  | ^^^^^^^^^^^^^^^^^^^^^^
