// --- args: --stop-after=parse
declare let a = 1;
declare const b = c();
declare const d: 1 = 1;
declare function e() {}
declare function* f();
declare async function g();
declare class H { i = 1; j() {} *k(); async l(); static {} static readonly m = 1; constructor(n = 1); }
declare namespace O { declare let p; q(); r(); }
declare import s = t;
declare export const u;
// --- stderr
error[P3132]: initializers are not allowed in ambient contexts
 --> fail_ambient.ts:1:17
  |
1 | declare let a = 1;
  |                 ^

error[P3133]: `const` initializer in an ambient context must be a string or numeric literal or literal enum reference
 --> fail_ambient.ts:2:19
  |
2 | declare const b = c();
  |                   ^^^

error[P3132]: initializers are not allowed in ambient contexts
 --> fail_ambient.ts:3:22
  |
3 | declare const d: 1 = 1;
  |                      ^

error[P3134]: implementation cannot be declared in ambient contexts
 --> fail_ambient.ts:4:22
  |
4 | declare function e() {}
  |                      ^

error[P3135]: generators are not allowed in an ambient context
 --> fail_ambient.ts:5:19
  |
5 | declare function* f();
  |                   ^

error[P3136]: `async` modifier cannot be used in an ambient context
 --> fail_ambient.ts:6:9
  |
6 | declare async function g();
  |         ^^^^^

error[P3132]: initializers are not allowed in ambient contexts
 --> fail_ambient.ts:7:23
  |
7 | declare class H { i = 1; j() {} *k(); async l(); static {} static readonly m = 1; constructor(n = 1); }
  |                       ^

error[P3134]: implementation cannot be declared in ambient contexts
 --> fail_ambient.ts:7:30
  |
7 | declare class H { i = 1; j() {} *k(); async l(); static {} static readonly m = 1; constructor(n = 1); }
  |                              ^

error[P3135]: generators are not allowed in an ambient context
 --> fail_ambient.ts:7:34
  |
7 | declare class H { i = 1; j() {} *k(); async l(); static {} static readonly m = 1; constructor(n = 1); }
  |                                  ^

error[P3136]: `async` modifier cannot be used in an ambient context
 --> fail_ambient.ts:7:45
  |
7 | declare class H { i = 1; j() {} *k(); async l(); static {} static readonly m = 1; constructor(n = 1); }
  |                                             ^

error[P3131]: statements are not allowed in ambient contexts
 --> fail_ambient.ts:7:50
  |
7 | declare class H { i = 1; j() {} *k(); async l(); static {} static readonly m = 1; constructor(n = 1); }
  |                                                  ^^^^^^

error[P3040]: parameter initializer is only allowed in a function or constructor implementation
 --> fail_ambient.ts:7:99
  |
7 | declare class H { i = 1; j() {} *k(); async l(); static {} static readonly m = 1; constructor(n = 1); }
  |                                                                                                   ^

error[P3130]: `declare` modifier cannot be used in an already ambient context
 --> fail_ambient.ts:8:23
  |
8 | declare namespace O { declare let p; q(); r(); }
  |                       ^^^^^^^

error[P3131]: statements are not allowed in ambient contexts
 --> fail_ambient.ts:8:38
  |
8 | declare namespace O { declare let p; q(); r(); }
  |                                      ^

error[P3060]: `declare` modifier cannot appear on an import declaration
 --> fail_ambient.ts:9:1
  |
9 | declare import s = t;
  | ^^^^^^^

error[P3064]: `export` modifier must precede `declare` modifier
  --> fail_ambient.ts:10:9
   |
10 | declare export const u;
   | ------- ^^^^^^
   | |
   | must come after
