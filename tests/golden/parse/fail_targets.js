1 = a;
a + b = c;
f() = 1;
f() &&= 1;
a?.b = 1;
a?.b++;
++f;
f()++;
(a, b)++;
({ a }) = b;
([a]) = b;
[({ a })] = b;
[f()] = b;
[a + 1] = b;
({ a() { } } = b);
({ get a() { } } = b);
({ a: 1 } = b);
[...a, b] = c;
[...a,] = c;
[...a = 1] = c;
({ ...{ a } } = b);
({ ...a, b } = c);
const [...d, e] = c;
const [...g,] = c;
const [...h = 1] = c;
const { ...{ i } } = c;
for (f() of a) { }
for (a + b in c) { }
new.target = 1;
import.meta = 1;
this = 1;
// --- stderr
error[P2021]: cannot assign to this expression
 --> fail_targets.js:1:1
  |
1 | 1 = a;
  | ^

error[P2021]: cannot assign to this expression
 --> fail_targets.js:2:1
  |
2 | a + b = c;
  | ^^^^^

error[P2021]: cannot assign to this expression
 --> fail_targets.js:3:1
  |
3 | f() = 1;
  | ^^^

error[P2021]: cannot assign to this expression
 --> fail_targets.js:4:1
  |
4 | f() &&= 1;
  | ^^^

error[P2025]: cannot assign to an optional chain
 --> fail_targets.js:5:1
  |
5 | a?.b = 1;
  | ^^^^

error[P2025]: cannot assign to an optional chain
 --> fail_targets.js:6:1
  |
6 | a?.b++;
  | ^^^^

error[P2022]: operand of `++` or `--` must be a variable or property
 --> fail_targets.js:8:1
  |
8 | f()++;
  | ^^^

error[P2022]: operand of `++` or `--` must be a variable or property
 --> fail_targets.js:9:2
  |
9 | (a, b)++;
  |  ^^^^

error[P2026]: a pattern cannot be in parentheses
  --> fail_targets.js:10:2
   |
10 | ({ a }) = b;
   |  ^^^^^

error[P2026]: a pattern cannot be in parentheses
  --> fail_targets.js:11:2
   |
11 | ([a]) = b;
   |  ^^^

error[P2026]: a pattern cannot be in parentheses
  --> fail_targets.js:12:3
   |
12 | [({ a })] = b;
   |   ^^^^^

error[P2024]: target in a pattern must be a variable, property or pattern
  --> fail_targets.js:13:2
   |
13 | [f()] = b;
   |  ^^^

error[P2024]: target in a pattern must be a variable, property or pattern
  --> fail_targets.js:14:2
   |
14 | [a + 1] = b;
   |  ^^^^^

error[P2027]: a pattern cannot hold methods
  --> fail_targets.js:15:4
   |
15 | ({ a() { } } = b);
   |    ^^^^^^^

error[P2027]: a pattern cannot hold methods
  --> fail_targets.js:16:4
   |
16 | ({ get a() { } } = b);
   |    ^^^^^^^^^^^

error[P2024]: target in a pattern must be a variable, property or pattern
  --> fail_targets.js:17:7
   |
17 | ({ a: 1 } = b);
   |       ^

error[P2028]: rest element must be the last one
  --> fail_targets.js:18:2
   |
18 | [...a, b] = c;
   |  ^^^

error[P2029]: rest element cannot be followed by a comma
  --> fail_targets.js:19:2
   |
19 | [...a,] = c;
   |  ^^^

error[P2030]: rest element cannot have an initializer
  --> fail_targets.js:20:5
   |
20 | [...a = 1] = c;
   |     ^^^^^

error[P2031]: rest element of an object pattern must be a name
  --> fail_targets.js:21:7
   |
21 | ({ ...{ a } } = b);
   |       ^^^^^

error[P2028]: rest element must be the last one
  --> fail_targets.js:22:4
   |
22 | ({ ...a, b } = c);
   |    ^^^

error[P2028]: rest element must be the last one
  --> fail_targets.js:23:8
   |
23 | const [...d, e] = c;
   |        ^^^

error[P2029]: rest element cannot be followed by a comma
  --> fail_targets.js:24:8
   |
24 | const [...g,] = c;
   |        ^^^

error[P2030]: rest element cannot have an initializer
  --> fail_targets.js:25:13
   |
25 | const [...h = 1] = c;
   |             ^^^

error[P2031]: rest element of an object pattern must be a name
  --> fail_targets.js:26:12
   |
26 | const { ...{ i } } = c;
   |            ^

error[P2023]: target of `for` must be a variable, property or pattern
  --> fail_targets.js:27:6
   |
27 | for (f() of a) { }
   |      ^^^

error[P2023]: target of `for` must be a variable, property or pattern
  --> fail_targets.js:28:6
   |
28 | for (a + b in c) { }
   |      ^^^^^

error[P2021]: cannot assign to this expression
  --> fail_targets.js:29:1
   |
29 | new.target = 1;
   | ^^^^^^^^^^

error[P2074]: `new.target` is only allowed in functions and class bodies
  --> fail_targets.js:29:1
   |
29 | new.target = 1;
   | ^^^^^^^^^^

error[P2021]: cannot assign to this expression
  --> fail_targets.js:30:1
   |
30 | import.meta = 1;
   | ^^^^^^^^^^^

error[P2021]: cannot assign to this expression
  --> fail_targets.js:31:1
   |
31 | this = 1;
   | ^^^^
