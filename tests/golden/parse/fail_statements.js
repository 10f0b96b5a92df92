const a = ;
foo bar;
this is a sentence;
switch (a) { foo(); case 1: }
case 2:
else { }
for (let i = 0; i < 10 i++) { }
try { }
function g() {
  throw
    new Error();
}
for (const x of a, a) { }
let if = 1;
a ? b;
ok();
// --- stderr
error[P1105]: expected an expression, found `;`
 --> fail_statements.js:1:11
  |
1 | const a = ;
  |           ^

error[P1101]: expected `;`, found `bar`
 --> fail_statements.js:2:5
  |
2 | foo bar;
  |     ^^^

error[P1101]: expected `;`, found `is`
 --> fail_statements.js:3:6
  |
3 | this is a sentence;
  |      ^^

error[P1107]: expected `case` or `default`, found `foo`
 --> fail_statements.js:4:14
  |
4 | switch (a) { foo(); case 1: }
  |              ^^^

error[P1106]: expected a statement, found `case`
 --> fail_statements.js:5:1
  |
5 | case 2:
  | ^^^^

error[P1101]: expected `;`, found `i`
 --> fail_statements.js:7:24
  |
7 | for (let i = 0; i < 10 i++) { }
  |                        ^

error[P1120]: `try` needs `catch` or `finally`
 --> fail_statements.js:8:1
  |
8 | try { }
  | ^^^

error[P1121]: `throw` and its value must be on one line
  --> fail_statements.js:10:3
   |
10 |   throw
   |   ^^^^^

error[P1123]: `for` takes a single expression behind `of`
  --> fail_statements.js:13:18
   |
13 | for (const x of a, a) { }
   |                  ^

error[P1110]: `if` is a reserved word
  --> fail_statements.js:14:5
   |
14 | let if = 1;
   |     ^^

error[P1101]: expected `:`, found `;`
  --> fail_statements.js:15:6
   |
15 | a ? b;
   |   -  ^
   |   |
   |   of this conditional expression
