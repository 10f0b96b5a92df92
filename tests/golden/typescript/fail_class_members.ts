// --- args: --stop-after=parse
class A {
  constructor<T>(): void {}
  get a<T>() { return 1 }
  set b(v): void {}
  set c(v?) {}
  accessor d?;
  e! = 1;
  f!;
  static g!: 1;
  declare h = 1;
  *i();
}
class J { public [k: string]: any; }
let k! = 1, l!;
// --- stderr
error[P3084]: type parameters cannot appear on a constructor declaration
 --> fail_class_members.ts:2:14
  |
2 |   constructor<T>(): void {}
  |              ^^^

error[P3085]: type annotation cannot appear on a constructor declaration
 --> fail_class_members.ts:2:19
  |
2 |   constructor<T>(): void {}
  |                   ^^^^^^

error[P3048]: accessor cannot have type parameters
 --> fail_class_members.ts:3:8
  |
3 |   get a<T>() { return 1 }
  |        ^^^

error[P3052]: `set` accessor cannot have a return type annotation
 --> fail_class_members.ts:4:11
  |
4 |   set b(v): void {}
  |           ^^^^^^

error[P3051]: `set` accessor cannot have an optional parameter
 --> fail_class_members.ts:5:9
  |
5 |   set c(v?) {}
  |         ^^

error[P3086]: `accessor` property cannot be declared optional
 --> fail_class_members.ts:6:12
  |
6 |   accessor d?;
  |            ^

error[P3087]: declaration with an initializer cannot also have a definite assignment assertion
 --> fail_class_members.ts:7:3
  |
7 |   e! = 1;
  |   ^

error[P3088]: declaration with a definite assignment assertion must also have a type annotation
 --> fail_class_members.ts:8:3
  |
8 |   f!;
  |   ^

error[P3089]: definite assignment assertion `!` is not permitted in this context
 --> fail_class_members.ts:9:10
  |
9 |   static g!: 1;
  |          ^

error[P3132]: initializers are not allowed in ambient contexts
  --> fail_class_members.ts:10:15
   |
10 |   declare h = 1;
   |               ^

error[P3083]: overload signature cannot be declared as a generator
  --> fail_class_members.ts:11:4
   |
11 |   *i();
   |    ^

error[P3060]: `public` modifier cannot appear on an index signature
  --> fail_class_members.ts:13:11
   |
13 | class J { public [k: string]: any; }
   |           ^^^^^^

error[P3087]: declaration with an initializer cannot also have a definite assignment assertion
  --> fail_class_members.ts:14:5
   |
14 | let k! = 1, l!;
   |     ^

error[P3088]: declaration with a definite assignment assertion must also have a type annotation
  --> fail_class_members.ts:14:13
   |
14 | let k! = 1, l!;
   |             ^
