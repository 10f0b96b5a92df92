// --- args: --stop-after=parse
type A<const T> = 1;
let b: <in T, out U>() => void;
type C<public T> = 1;
type D<out in T> = 1;
type E<in in T> = 1;
type F<out extends string> = 1;
// --- stderr
error[P3019]: `const` modifier can only appear on a type parameter of a function, method or class
 --> fail_type_parameters.ts:1:8
  |
1 | type A<const T> = 1;
  |        ^^^^^

error[P3018]: `in` modifier can only appear on a type parameter of a class, interface or type alias
 --> fail_type_parameters.ts:2:9
  |
2 | let b: <in T, out U>() => void;
  |         ^^

error[P3018]: `out` modifier can only appear on a type parameter of a class, interface or type alias
 --> fail_type_parameters.ts:2:15
  |
2 | let b: <in T, out U>() => void;
  |               ^^^

error[P3060]: `public` modifier cannot appear on a type parameter
 --> fail_type_parameters.ts:3:8
  |
3 | type C<public T> = 1;
  |        ^^^^^^

error[P3064]: `in` modifier must precede `out` modifier
 --> fail_type_parameters.ts:4:12
  |
4 | type D<out in T> = 1;
  |        --- ^^
  |        |
  |        must come after

error[P3061]: `in` modifier already seen
 --> fail_type_parameters.ts:5:11
  |
5 | type E<in in T> = 1;
  |           ^^

error[P3013]: `extends` is a reserved word and cannot name a type
 --> fail_type_parameters.ts:6:12
  |
6 | type F<out extends string> = 1;
  |            ^^^^^^^
