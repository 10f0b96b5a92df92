// --- args: --stop-after=parse
enum A { a b }
enum B { a; b }
enum C { 1, 2n, #x, [y], ["z" + 1] }
enum {}
enum D.E {}
// --- stderr
error[P3103]: enum member name must be followed by `,`, `=` or `}`, found `b`
 --> fail_enums.ts:1:12
  |
1 | enum A { a b }
  |            ^

error[P3103]: enum member name must be followed by `,`, `=` or `}`, found `;`
 --> fail_enums.ts:2:11
  |
2 | enum B { a; b }
  |           ^

error[P3104]: enum member cannot have a numeric name
 --> fail_enums.ts:3:10
  |
3 | enum C { 1, 2n, #x, [y], ["z" + 1] }
  |          ^

error[P3104]: enum member cannot have a numeric name
 --> fail_enums.ts:3:13
  |
3 | enum C { 1, 2n, #x, [y], ["z" + 1] }
  |             ^^

error[P3105]: enum member cannot be named with a private name
 --> fail_enums.ts:3:17
  |
3 | enum C { 1, 2n, #x, [y], ["z" + 1] }
  |                 ^^

error[P3106]: computed property names are not allowed in enums
 --> fail_enums.ts:3:21
  |
3 | enum C { 1, 2n, #x, [y], ["z" + 1] }
  |                     ^^^

error[P3106]: computed property names are not allowed in enums
 --> fail_enums.ts:3:26
  |
3 | enum C { 1, 2n, #x, [y], ["z" + 1] }
  |                          ^^^^^^^^^

error[P1101]: expected a name, found `{`
 --> fail_enums.ts:4:6
  |
4 | enum {}
  |      ^

error[P1101]: expected `{`, found `.`
 --> fail_enums.ts:5:7
  |
5 | enum D.E {}
  |       ^
