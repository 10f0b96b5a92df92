// --- args: --stop-after=parse
interface A {
  a = 1;
  public b: 1;
  readonly c(): void;
  (private d): void;
  e(f = 1): void;
  [a, b]: 1;
  [a: string, b: number]: 1;
  [...a: string]: 1;
  [a?: string]: 1;
  [a: string = "x"]: 1;
  [a: string];
  [public a: string]: 1;
  [a: string,]: 1;
}
// --- stderr
error[P3041]: property of an interface or type literal cannot have an initializer
 --> fail_members.ts:2:7
  |
2 |   a = 1;
  |       ^

error[P3060]: `public` modifier cannot appear on a type member
 --> fail_members.ts:3:3
  |
3 |   public b: 1;
  |   ^^^^^^

error[P3065]: `readonly` modifier can only appear on a property declaration or index signature
 --> fail_members.ts:4:3
  |
4 |   readonly c(): void;
  |   ^^^^^^^^

error[P3067]: parameter property is only allowed in a constructor implementation
 --> fail_members.ts:5:4
  |
5 |   (private d): void;
  |    ^^^^^^^^^

error[P3040]: parameter initializer is only allowed in a function or constructor implementation
 --> fail_members.ts:6:9
  |
6 |   e(f = 1): void;
  |         ^

error[P3043]: index signature must have exactly one parameter
 --> fail_members.ts:7:3
  |
7 |   [a, b]: 1;
  |   ^^^^^^

error[P3043]: index signature must have exactly one parameter
 --> fail_members.ts:8:3
  |
8 |   [a: string, b: number]: 1;
  |   ^^^^^^^^^^^^^^^^^^^^^^

error[P3044]: index signature parameter cannot be a rest parameter
 --> fail_members.ts:9:4
  |
9 |   [...a: string]: 1;
  |    ^^^^^^^^^^^^

error[P3044]: index signature parameter cannot have a question mark
  --> fail_members.ts:10:4
   |
10 |   [a?: string]: 1;
   |    ^^^^^^^^^^

error[P3044]: index signature parameter cannot have an initializer
  --> fail_members.ts:11:16
   |
11 |   [a: string = "x"]: 1;
   |                ^^^

error[P3046]: index signature must have a type annotation
  --> fail_members.ts:12:3
   |
12 |   [a: string];
   |   ^^^^^^^^^^^

error[P3044]: index signature parameter cannot have an accessibility modifier
  --> fail_members.ts:13:4
   |
13 |   [public a: string]: 1;
   |    ^^^^^^^^^^^^^^^^

error[P3047]: index signature cannot have a trailing comma
  --> fail_members.ts:14:13
   |
14 |   [a: string,]: 1;
   |             ^
