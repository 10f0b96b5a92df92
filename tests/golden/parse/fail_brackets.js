function f(a, b {
  return [a, b 1, 2];
}
call(1, 2;
const next = 3;
if (next { f(); }
const object = {
  one: 1
  two: 2,
};
}
]);
a = `${ 1 + } and ${ 2 }`;
while (next) { f();
// --- stderr
error[P1101]: expected `)`, found `{`
 --> fail_brackets.js:1:17
  |
1 | function f(a, b {
  |           -     ^
  |           |
  |           opened here
help: insert `)`
  |
1 | function f(a, b) {
  |                +

error[P1103]: expected `,` or `]`, found a number
 --> fail_brackets.js:2:16
  |
2 |   return [a, b 1, 2];
  |                ^
help: insert `,`
  |
2 |   return [a, b, 1, 2];
  |               +

error[P1101]: expected `)`, found `;`
 --> fail_brackets.js:4:10
  |
4 | call(1, 2;
  |     -    ^
  |     |
  |     opened here
help: insert `)`
  |
4 | call(1, 2);
  |          +

error[P1101]: expected `)`, found `{`
 --> fail_brackets.js:6:10
  |
6 | if (next { f(); }
  |    -     ^
  |    |
  |    opened here
help: insert `)`
  |
6 | if (next) { f(); }
  |         +

error[P1103]: expected `,` or `}`, found `two`
 --> fail_brackets.js:9:3
  |
9 |   two: 2,
  |   ^^^
help: insert `,`
  |
8 |   one: 1,
  |         +

error[P1105]: expected an expression, found `}`
  --> fail_brackets.js:13:13
   |
13 | a = `${ 1 + } and ${ 2 }`;
   |             ^

error[P1101]: expected `}`, found the end of the file
  --> fail_brackets.js:15:1
   |
14 | while (next) { f();
   |              - opened here
15 |
   | ^
help: insert `}`
   |
14 | while (next) { f();}
   |                    +
