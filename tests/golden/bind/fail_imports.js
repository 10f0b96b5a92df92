// --- args: --stop-after=bind
import a from "x";
import { b, a } from "x";
import * as c from "x";
let c;
{ var b; }
// --- stderr
error[P2510]: `a` has already been imported
 --> fail_imports.js:2:13
  |
1 | import a from "x";
  |        - first declared here
2 | import { b, a } from "x";
  |             ^

error[P2501]: `c` has already been declared
 --> fail_imports.js:4:5
  |
3 | import * as c from "x";
  |             - first declared here
4 | let c;
  |     ^

error[P2502]: `var b` conflicts with a lexical declaration of `b`
 --> fail_imports.js:5:7
  |
2 | import { b, a } from "x";
  |          - first declared here
...
5 | { var b; }
  |       ^
