// --- args: --stop-after=parse
let a: ;
let b: = 1;
let c: if;
type D = | (() => void) | () => void;
type E = A & new () => B;
let f: readonly string;
let g: unique string;
type H = import(x);
type I = typeof import("m", { foo: 1 });
type J = { [K in T]: U; x: 1 };
type K = A<>; function L<>() {} type M = A<B,>;
let n: (asserts x);
type O = -x;
type P = a.;
type Q = infer R;
// --- stderr
error[P3001]: expected a type, found `;`
 --> fail_types.ts:1:8
  |
1 | let a: ;
  |        ^

error[P3001]: expected a type, found `=`
 --> fail_types.ts:2:8
  |
2 | let b: = 1;
  |        ^

error[P3001]: expected a type, found `if`
 --> fail_types.ts:3:8
  |
3 | let c: if;
  |        ^^

error[P3002]: function type must be in parentheses in a union type
 --> fail_types.ts:4:27
  |
4 | type D = | (() => void) | () => void;
  |                           ^^^^^^^^^^
help: put the function type in parentheses
  |
4 - type D = | (() => void) | () => void;
4 + type D = | (() => void) | (() => void);

error[P3002]: function type must be in parentheses in an intersection type
 --> fail_types.ts:5:14
  |
5 | type E = A & new () => B;
  |              ^^^^^^^^^^^
help: put the function type in parentheses
  |
5 - type E = A & new () => B;
5 + type E = A & (new () => B);

error[P3003]: `readonly` type modifier is only permitted on array and tuple types
 --> fail_types.ts:6:8
  |
6 | let f: readonly string;
  |        ^^^^^^^^

error[P3004]: `unique` must be followed by `symbol`
 --> fail_types.ts:7:15
  |
7 | let g: unique string;
  |               ^^^^^^

error[P3012]: argument of an import type must be a string literal
 --> fail_types.ts:8:17
  |
8 | type H = import(x);
  |                 ^

error[P1101]: expected `with`, found `foo`
 --> fail_types.ts:9:31
  |
9 | type I = typeof import("m", { foo: 1 });
  |                               ^^^

error[P3042]: mapped type may not declare properties or methods
  --> fail_types.ts:10:25
   |
10 | type J = { [K in T]: U; x: 1 };
   |                         ^^^^^^

error[P3016]: type argument list cannot be empty
  --> fail_types.ts:11:11
   |
11 | type K = A<>; function L<>() {} type M = A<B,>;
   |           ^^

error[P3015]: type parameter list cannot be empty
  --> fail_types.ts:11:25
   |
11 | type K = A<>; function L<>() {} type M = A<B,>;
   |                         ^^

error[P3017]: trailing comma is not allowed in type arguments
  --> fail_types.ts:11:45
   |
11 | type K = A<>; function L<>() {} type M = A<B,>;
   |                                             ^

error[P3007]: type predicate is only allowed in the return type of a function or method
  --> fail_types.ts:12:9
   |
12 | let n: (asserts x);
   |         ^^^^^^^^^

error[P3001]: expected a type, found `-`
  --> fail_types.ts:13:10
   |
13 | type O = -x;
   |          ^

error[P1101]: expected a name, found `;`
  --> fail_types.ts:14:12
   |
14 | type P = a.;
   |            ^

error[P3020]: `infer` is only permitted in the `extends` clause of a conditional type
  --> fail_types.ts:15:10
   |
15 | type Q = infer R;
   |          ^^^^^
