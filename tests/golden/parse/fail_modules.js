import source { a } from "b";
import defer c from "d";
import { "e" } from "f";
import { "g" as h } from "i";
import j from k;
export l;
export { "m" };
export { n as "\uD800" };
export { "\uD800" } from "o";
import p from "q" with { type: "json", type: "css" };
import r from "s" with { type: 1 };
export { if };
export { t as if, default } from "u";
{
  import "v";
  export default 1;
}
if (1) import "w";
import();
import(...x);
import("y", { }, 1);
// --- stderr
error[P1180]: `import source` must be followed by a single name
 --> fail_modules.js:1:1
  |
1 | import source { a } from "b";
  | ^^^^^^^^^^^^^^^^^^^

error[P1181]: `import defer` must be followed by `* as` and a name
 --> fail_modules.js:2:1
  |
2 | import defer c from "d";
  | ^^^^^^^^^^^^^^

error[P1182]: an import named by a string needs `as` and a name
 --> fail_modules.js:3:10
  |
3 | import { "e" } from "f";
  |          ^^^

error[P1101]: expected a module specifier, found `k`
 --> fail_modules.js:5:15
  |
5 | import j from k;
  |               ^

error[P1108]: expected something to export, found `l`
 --> fail_modules.js:6:8
  |
6 | export l;
  |        ^

error[P2166]: a string can only name an export of another module
 --> fail_modules.js:7:10
  |
7 | export { "m" };
  |          ^^^

error[P2165]: name of an import or export must be well-formed Unicode
 --> fail_modules.js:8:15
  |
8 | export { n as "\uD800" };
  |               ^^^^^^^^

error[P2165]: name of an import or export must be well-formed Unicode
 --> fail_modules.js:9:10
  |
9 | export { "\uD800" } from "o";
  |          ^^^^^^^^

error[P2164]: import attribute `type` is given more than once
  --> fail_modules.js:10:40
   |
10 | import p from "q" with { type: "json", type: "css" };
   |                          ----          ^^^^
   |                          |
   |                          first one

error[P1101]: expected a string, found a number
  --> fail_modules.js:11:32
   |
11 | import r from "s" with { type: 1 };
   |                                ^

error[P1110]: `if` is a reserved word
  --> fail_modules.js:12:10
   |
12 | export { if };
   |          ^^

error[P2162]: `import` declarations must be at the top level of a module
  --> fail_modules.js:15:3
   |
15 |   import "v";
   |   ^^^^^^

error[P2163]: `export` must be at the top level of a module
  --> fail_modules.js:16:3
   |
16 |   export default 1;
   |   ^^^^^^

error[P2162]: `import` declarations must be at the top level of a module
  --> fail_modules.js:18:8
   |
18 | if (1) import "w";
   |        ^^^^^^

error[P2078]: `import()` needs a module specifier
  --> fail_modules.js:19:7
   |
19 | import();
   |       ^^

error[P2080]: `...` is not allowed in `import()`
  --> fail_modules.js:20:8
   |
20 | import(...x);
   |        ^^^

error[P2079]: `import()` takes a specifier and options, nothing more
  --> fail_modules.js:21:18
   |
21 | import("y", { }, 1);
   |                  ^
