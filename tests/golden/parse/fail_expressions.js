a = b + ;
a = (1 + );
a = ();
a = (...b);
a = (b, );
a = b.;
a = b[];
a = { c: 1, d = 2 };
a = { "text" };
a = () => { } + 1;
b = x
  => x;
b = x + (y) => y;
b = (a, b
  )
  => a;
import + 1;
new.tarhget;
new import("x");
import.meat;
a = import;
ok();
// --- stderr
error[P1105]: expected an expression, found `;`
 --> fail_expressions.js:1:9
  |
1 | a = b + ;
  |         ^

error[P1105]: expected an expression, found `)`
 --> fail_expressions.js:2:10
  |
2 | a = (1 + );
  |          ^

error[P1101]: expected `=>`, found `;`
 --> fail_expressions.js:3:7
  |
3 | a = ();
  |       ^

error[P1105]: expected an expression, found `...`
 --> fail_expressions.js:4:6
  |
4 | a = (...b);
  |      ^^^

error[P1105]: expected an expression, found `)`
 --> fail_expressions.js:5:9
  |
5 | a = (b, );
  |         ^

error[P1101]: expected a property name, found `;`
 --> fail_expressions.js:6:7
  |
6 | a = b.;
  |       ^

error[P1105]: expected an expression, found `]`
 --> fail_expressions.js:7:7
  |
7 | a = b[];
  |       ^

error[P1143]: object literals give values with `:`, not with `=`
 --> fail_expressions.js:8:15
  |
8 | a = { c: 1, d = 2 };
  |               ^
help: write `:` to give the property a value
  |
8 - a = { c: 1, d = 2 };
8 + a = { c: 1, d : 2 };

error[P1101]: expected `:`, found `}`
 --> fail_expressions.js:9:14
  |
9 | a = { "text" };
  |              ^

error[P1101]: expected `;`, found `+`
  --> fail_expressions.js:10:15
   |
10 | a = () => { } + 1;
   |               ^

error[P1140]: `=>` must be on the line where the parameters end
  --> fail_expressions.js:12:3
   |
12 |   => x;
   |   ^^

error[P2060]: arrow function must be in parentheses to be an operand
  --> fail_expressions.js:13:13
   |
13 | b = x + (y) => y;
   |             ^^

error[P1140]: `=>` must be on the line where the parameters end
  --> fail_expressions.js:16:3
   |
16 |   => a;
   |   ^^

error[P1144]: `import` in an expression must be `import(...)` or `import.meta`
  --> fail_expressions.js:17:1
   |
17 | import + 1;
   | ^^^^^^

error[P1109]: expected `new.target`, found `tarhget`
  --> fail_expressions.js:18:5
   |
18 | new.tarhget;
   |     ^^^^^^^

error[P2076]: `import()` cannot be called with `new`
  --> fail_expressions.js:19:5
   |
19 | new import("x");
   |     ^^^^^^

error[P1109]: expected `import.meta`, found `meat`
  --> fail_expressions.js:20:8
   |
20 | import.meat;
   |        ^^^^

error[P1144]: `import` in an expression must be `import(...)` or `import.meta`
  --> fail_expressions.js:21:5
   |
21 | a = import;
   |     ^^^^^^
