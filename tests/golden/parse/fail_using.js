using a;
using [b] = c;
using d = e, { f } = g;
await using h;
switch (i) { case 1: using j = i; await using k = i; { using l = i; } }
for (using m in n) { }
for (using o of p) { }
for (await using q of r) { }
if (s) using t = s;
// --- stderr
error[P2121]: resource `a` needs a value
 --> fail_using.js:1:7
  |
1 | using a;
  |       ^

error[P2123]: `using` declares names, not patterns
 --> fail_using.js:3:14
  |
3 | using d = e, { f } = g;
  |              ^

error[P2121]: resource `h` needs a value
 --> fail_using.js:4:13
  |
4 | await using h;
  |             ^

error[P2125]: `using` is not allowed directly in a clause of `switch`
 --> fail_using.js:5:22
  |
5 | switch (i) { case 1: using j = i; await using k = i; { using l = i; } }
  |                      ^^^^^

error[P2125]: `using` is not allowed directly in a clause of `switch`
 --> fail_using.js:5:35
  |
5 | switch (i) { case 1: using j = i; await using k = i; { using l = i; } }
  |                                   ^^^^^^^^^^^

error[P2126]: `using` is not allowed in `for`-`in`
 --> fail_using.js:6:6
  |
6 | for (using m in n) { }
  |      ^^^^^^^

error[P2110]: lexical declarations must be at the top level of a program, block or function body
 --> fail_using.js:9:8
  |
9 | if (s) using t = s;
  |        ^^^^^
