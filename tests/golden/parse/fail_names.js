// --- more-args: --goal=script
function* generator() { var yield; }
async function asynchronous() { var await; ({ await }); }
function strict() {
  "use strict";
  var let, static, eval;
  arguments = 1;
  eval++;
  [eval] = [];
  ({ arguments } = {});
  implements;
  yield;
}
function eval() { "use strict"; }
function params(static, arguments) { "use strict"; }
(eval) => { "use strict"; };
let let = 1;
const { a: let } = {};
var v\u0061r;
v\u0061r x;
// --- stderr
error[P2002]: `yield` cannot be a name in a generator
 --> fail_names.js:1:29
  |
1 | function* generator() { var yield; }
  |                             ^^^^^

error[P2003]: `await` cannot be a name in an async function
 --> fail_names.js:2:37
  |
2 | async function asynchronous() { var await; ({ await }); }
  |                                     ^^^^^

error[P2003]: `await` cannot be a name in an async function
 --> fail_names.js:2:47
  |
2 | async function asynchronous() { var await; ({ await }); }
  |                                               ^^^^^

error[P2001]: `let` is reserved in strict code
 --> fail_names.js:5:7
  |
5 |   var let, static, eval;
  |       ^^^

error[P2001]: `static` is reserved in strict code
 --> fail_names.js:5:12
  |
5 |   var let, static, eval;
  |            ^^^^^^

error[P2008]: `eval` cannot be declared in strict code
 --> fail_names.js:5:20
  |
5 |   var let, static, eval;
  |                    ^^^^

error[P2020]: `arguments` cannot be assigned in strict code
 --> fail_names.js:6:3
  |
6 |   arguments = 1;
  |   ^^^^^^^^^

error[P2020]: `eval` cannot be assigned in strict code
 --> fail_names.js:7:3
  |
7 |   eval++;
  |   ^^^^

error[P2020]: `eval` cannot be assigned in strict code
 --> fail_names.js:8:4
  |
8 |   [eval] = [];
  |    ^^^^

error[P2020]: `arguments` cannot be assigned in strict code
 --> fail_names.js:9:6
  |
9 |   ({ arguments } = {});
  |      ^^^^^^^^^

error[P2001]: `implements` is reserved in strict code
  --> fail_names.js:10:3
   |
10 |   implements;
   |   ^^^^^^^^^^

error[P2001]: `yield` is reserved in strict code
  --> fail_names.js:11:3
   |
11 |   yield;
   |   ^^^^^

error[P2008]: `eval` cannot be declared in strict code
  --> fail_names.js:13:10
   |
13 | function eval() { "use strict"; }
   |          ^^^^

error[P2001]: `static` is reserved in strict code
  --> fail_names.js:14:17
   |
14 | function params(static, arguments) { "use strict"; }
   |                 ^^^^^^

error[P2008]: `arguments` cannot be declared in strict code
  --> fail_names.js:14:25
   |
14 | function params(static, arguments) { "use strict"; }
   |                         ^^^^^^^^^

error[P2008]: `eval` cannot be declared in strict code
  --> fail_names.js:15:2
   |
15 | (eval) => { "use strict"; };
   |  ^^^^

error[P2009]: a lexical declaration cannot declare `let`
  --> fail_names.js:16:5
   |
16 | let let = 1;
   |     ^^^

error[P2009]: a lexical declaration cannot declare `let`
  --> fail_names.js:17:12
   |
17 | const { a: let } = {};
   |            ^^^

error[P1110]: `var` is a reserved word
  --> fail_names.js:18:5
   |
18 | var v\u0061r;
   |     ^^^^^^^^

error[P1110]: `var` is a reserved word
  --> fail_names.js:19:1
   |
19 | v\u0061r x;
   | ^^^^^^^^

error[P1101]: expected `;`, found `x`
  --> fail_names.js:19:10
   |
19 | v\u0061r x;
   |          ^
