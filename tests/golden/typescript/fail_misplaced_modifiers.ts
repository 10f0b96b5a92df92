// --- args: --stop-after=parse
abstract interface A {}
declare declare let b;
if (c) type D = 1;
for (const e: F of g) {}
for (const h: I in j) {}
public class K {}
readonly let l;
// --- stderr
error[P3060]: `abstract` modifier cannot appear on a declaration that is not a class
 --> fail_misplaced_modifiers.ts:1:1
  |
1 | abstract interface A {}
  | ^^^^^^^^

error[P3061]: `declare` modifier already seen
 --> fail_misplaced_modifiers.ts:2:9
  |
2 | declare declare let b;
  |         ^^^^^^^

error[P3118]: `type` declaration can only be declared inside a block
 --> fail_misplaced_modifiers.ts:3:8
  |
3 | if (c) type D = 1;
  |        ^^^^

error[P3119]: variable declared by `for...of` cannot have a type annotation
 --> fail_misplaced_modifiers.ts:4:13
  |
4 | for (const e: F of g) {}
  |             ^^^

error[P3119]: variable declared by `for...in` cannot have a type annotation
 --> fail_misplaced_modifiers.ts:5:13
  |
5 | for (const h: I in j) {}
  |             ^^^

error[P3060]: `public` modifier cannot appear on a module or namespace element
 --> fail_misplaced_modifiers.ts:6:1
  |
6 | public class K {}
  | ^^^^^^

error[P3060]: `readonly` modifier cannot appear on a module or namespace element
 --> fail_misplaced_modifiers.ts:7:1
  |
7 | readonly let l;
  | ^^^^^^^^
