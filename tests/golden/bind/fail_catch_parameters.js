// --- args: --stop-after=bind
try {} catch (a) { let a; }
try {} catch ([b, b]) {}
try {} catch ({c}) { { var c; } }
try {} catch (fine) { var fine; for (var fine of []); { let fine; } }
// --- stderr
error[P2507]: `a` has already been declared as the catch parameter
 --> fail_catch_parameters.js:1:24
  |
1 | try {} catch (a) { let a; }
  |               -        ^
  |               |
  |               first declared here

error[P2508]: catch parameter binds `b` more than once
 --> fail_catch_parameters.js:2:19
  |
2 | try {} catch ([b, b]) {}
  |                -  ^
  |                |
  |                first declared here

error[P2509]: `var c` conflicts with a destructured catch parameter
 --> fail_catch_parameters.js:3:28
  |
3 | try {} catch ({c}) { { var c; } }
  |                -           ^
  |                |
  |                first declared here
