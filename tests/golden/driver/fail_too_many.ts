// --- more-args: --max-diagnostics=2
let a = 08n;
let b = 1__0;
let c = 0x;
let d = 1_;
// --- stderr
error[P1036]: bigint literal cannot begin with `0`
 --> fail_too_many.ts:1:9
  |
1 | let a = 08n;
  |         ^

error[P1034]: only one numeric separator may stand between two digits
 --> fail_too_many.ts:2:11
  |
2 | let b = 1__0;
  |           ^

warning[P9008]: 2 further diagnostics are not shown
