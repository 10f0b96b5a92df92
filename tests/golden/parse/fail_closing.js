a;
}
b;
]);
{ c; }
const tokens = {
  one: make("1")),
  four: 4],
  get five() { return [6)]; },
  six: call(7], 8),
};
function f(a], { b = c]) }) {}
d;
// --- stderr
error[P1104]: `}` closes nothing
 --> fail_closing.js:2:1
  |
2 | }
  | ^

error[P1104]: `]` closes nothing
 --> fail_closing.js:4:1
  |
4 | ]);
  | ^

error[P1104]: `)` closes nothing
 --> fail_closing.js:7:17
  |
7 |   one: make("1")),
  |                 ^

error[P1104]: `]` closes nothing
 --> fail_closing.js:8:10
  |
8 |   four: 4],
  |          ^

error[P1104]: `)` closes nothing
 --> fail_closing.js:9:25
  |
9 |   get five() { return [6)]; },
  |                         ^

error[P1104]: `]` closes nothing
  --> fail_closing.js:10:14
   |
10 |   six: call(7], 8),
   |              ^

error[P1104]: `]` closes nothing
  --> fail_closing.js:12:13
   |
12 | function f(a], { b = c]) }) {}
   |             ^

error[P1104]: `]` closes nothing
  --> fail_closing.js:12:23
   |
12 | function f(a], { b = c]) }) {}
   |                       ^

error[P1101]: expected `{`, found `}`
  --> fail_closing.js:12:26
   |
12 | function f(a], { b = c]) }) {}
   |                          ^
