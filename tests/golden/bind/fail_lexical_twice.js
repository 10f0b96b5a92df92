// --- args: --stop-after=bind
let a;
let a;
const [b, {c: b}] = d;
class e {}
function e() {}
switch (f) {
  case 1: let g;
  case 2: let g;
}
// --- stderr
error[P2501]: `a` has already been declared
 --> fail_lexical_twice.js:2:5
  |
1 | let a;
  |     - first declared here
2 | let a;
  |     ^

error[P2501]: `b` has already been declared
 --> fail_lexical_twice.js:3:15
  |
3 | const [b, {c: b}] = d;
  |        -      ^
  |        |
  |        first declared here

error[P2501]: `e` has already been declared
 --> fail_lexical_twice.js:5:10
  |
4 | class e {}
  |       - first declared here
5 | function e() {}
  |          ^

error[P2501]: `g` has already been declared
 --> fail_lexical_twice.js:8:15
  |
7 |   case 1: let g;
  |               - first declared here
8 |   case 2: let g;
  |               ^
