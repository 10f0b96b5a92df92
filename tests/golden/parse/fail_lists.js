// One message for each missing comma, and one for a run of words.
const list = [1 2, 3 4];
const object = {
  a: 1
  b: 2
  c: 3,
};
call(this is a sentence);
const { d e, f } = object;
function g(h i, j) { }
const k = [1, 2;
const l = 3;
import { m n } from "o";
call(1 / , 2, %, 3);
ok();
// --- stderr
error[P1103]: expected `,` or `]`, found a number
 --> fail_lists.js:2:17
  |
2 | const list = [1 2, 3 4];
  |                 ^
help: insert `,`
  |
2 | const list = [1, 2, 3 4];
  |                +

error[P1103]: expected `,` or `]`, found a number
 --> fail_lists.js:2:22
  |
2 | const list = [1 2, 3 4];
  |                      ^
help: insert `,`
  |
2 | const list = [1 2, 3, 4];
  |                     +

error[P1103]: expected `,` or `}`, found `b`
 --> fail_lists.js:5:3
  |
5 |   b: 2
  |   ^
help: insert `,`
  |
4 |   a: 1,
  |       +

error[P1103]: expected `,` or `}`, found `c`
 --> fail_lists.js:6:3
  |
6 |   c: 3,
  |   ^
help: insert `,`
  |
5 |   b: 2,
  |       +

error[P1103]: expected `,` or `)`, found `is`
 --> fail_lists.js:8:11
  |
8 | call(this is a sentence);
  |           ^^
help: insert `,`
  |
8 | call(this, is a sentence);
  |          +

error[P1103]: expected `,` or `}`, found `e`
 --> fail_lists.js:9:11
  |
9 | const { d e, f } = object;
  |           ^
help: insert `,`
  |
9 | const { d, e, f } = object;
  |          +

error[P1103]: expected `,` or `)`, found `i`
  --> fail_lists.js:10:14
   |
10 | function g(h i, j) { }
   |              ^
help: insert `,`
   |
10 | function g(h, i, j) { }
   |             +

error[P1101]: expected `]`, found `;`
  --> fail_lists.js:11:16
   |
11 | const k = [1, 2;
   |           -    ^
   |           |
   |           opened here
help: insert `]`
   |
11 | const k = [1, 2];
   |                +

error[P1103]: expected `,` or `}`, found `n`
  --> fail_lists.js:13:12
   |
13 | import { m n } from "o";
   |            ^
help: insert `,`
   |
13 | import { m, n } from "o";
   |           +

error[P1105]: expected an expression, found `,`
  --> fail_lists.js:14:10
   |
14 | call(1 / , 2, %, 3);
   |          ^

error[P1105]: expected an expression, found `%`
  --> fail_lists.js:14:15
   |
14 | call(1 / , 2, %, 3);
   |               ^
