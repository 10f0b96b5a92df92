// --- args: --stop-after=bind --goal=script
function fine(a, a) {}
function strict(a, a) { "use strict"; }
(b, [b]) => 1;
function body(c) { let c; }
function separate(d = 1) { const d = 2; }
// --- stderr
error[P2505]: `a` names more than one parameter
 --> fail_parameters.js:2:20
  |
2 | function strict(a, a) { "use strict"; }
  |                 -  ^
  |                 |
  |                 first declared here

error[P2505]: `b` names more than one parameter
 --> fail_parameters.js:3:6
  |
3 | (b, [b]) => 1;
  |  -   ^
  |  |
  |  first declared here

error[P2506]: `c` has already been declared as a parameter
 --> fail_parameters.js:4:24
  |
4 | function body(c) { let c; }
  |               -        ^
  |               |
  |               first declared here

error[P2506]: `d` has already been declared as a parameter
 --> fail_parameters.js:5:34
  |
5 | function separate(d = 1) { const d = 2; }
  |                   -              ^
  |                   |
  |                   first declared here
