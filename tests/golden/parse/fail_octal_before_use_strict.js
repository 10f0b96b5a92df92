// --- more-args: --goal=script
function f() {
  "\07";
  "use strict";
}
function g() {
  "use strict"; 010
}
function h() {
  "use strict"
  "\1"
}
function ok() { return 010; }
// --- stderr
error[P2044]: octal literals and escapes are not allowed in strict code
 --> fail_octal_before_use_strict.js:2:3
  |
2 |   "\07";
  |   ^^^^^

error[P2044]: octal literals and escapes are not allowed in strict code
 --> fail_octal_before_use_strict.js:6:17
  |
6 |   "use strict"; 010
  |                 ^^^

error[P2044]: octal literals and escapes are not allowed in strict code
  --> fail_octal_before_use_strict.js:10:3
   |
10 |   "\1"
   |   ^^^^
