// --- args: --stop-after=parse
type A = [...a?: B];
type C = [...B?];
type D = [a: ...B];
type E = [a: B?];
type F = [a,, b];
type H = [a?, b];
// --- stderr
error[P3008]: tuple member cannot be both optional and rest
 --> fail_tuples.ts:1:11
  |
1 | type A = [...a?: B];
  |           ^^^^^^^^

error[P3009]: rest element of a tuple cannot be optional
 --> fail_tuples.ts:2:11
  |
2 | type C = [...B?];
  |           ^^^^^

error[P3010]: labeled tuple element is declared as rest with `...` before its name, not before its type
 --> fail_tuples.ts:3:14
  |
3 | type D = [a: ...B];
  |           -  ^^^
  |           |
  |           write the `...` before this name

error[P3011]: labeled tuple element is declared as optional with `?` after its name, not after its type
 --> fail_tuples.ts:4:15
  |
4 | type E = [a: B?];
  |           -   ^
  |           |
  |           write the `?` behind this name

error[P3001]: expected a type, found `,`
 --> fail_tuples.ts:5:13
  |
5 | type F = [a,, b];
  |             ^

error[P3021]: required element of a tuple cannot follow an optional one
 --> fail_tuples.ts:6:15
  |
6 | type H = [a?, b];
  |               ^
