interface A { x: number }
type B = string;
enum C { D }
const enum E { F }
declare const g: number;
namespace H { }
abstract class I<T> implements A {
  private j: number;
  readonly k? = 1;
  constructor(public l) { }
}
function m<T>(n: T, o?: string): void { }
let p: number = 1;
const q = p as string;
const r = p!;
const s = (t: number) => t;
import type { U } from "u";
import { type V } from "v";
export type { W } from "w";
export interface X { }
import y = require("y");
class Z extends I<string> { m(@dec n) { } }
// --- stderr
error[P1200]: interfaces are only allowed in TypeScript files
 --> fail_typescript_syntax.js:1:1
  |
1 | interface A { x: number }
  | ^^^^^^^^^

error[P1200]: type aliases are only allowed in TypeScript files
 --> fail_typescript_syntax.js:2:1
  |
2 | type B = string;
  | ^^^^

error[P1200]: enums are only allowed in TypeScript files
 --> fail_typescript_syntax.js:3:1
  |
3 | enum C { D }
  | ^^^^

error[P1200]: enums are only allowed in TypeScript files
 --> fail_typescript_syntax.js:4:7
  |
4 | const enum E { F }
  |       ^^^^

error[P1200]: `declare` statements are only allowed in TypeScript files
 --> fail_typescript_syntax.js:5:1
  |
5 | declare const g: number;
  | ^^^^^^^

error[P1200]: type annotations are only allowed in TypeScript files
 --> fail_typescript_syntax.js:5:16
  |
5 | declare const g: number;
  |                ^

error[P1200]: namespaces are only allowed in TypeScript files
 --> fail_typescript_syntax.js:6:1
  |
6 | namespace H { }
  | ^^^^^^^^^

error[P1200]: abstract classes are only allowed in TypeScript files
 --> fail_typescript_syntax.js:7:1
  |
7 | abstract class I<T> implements A {
  | ^^^^^^^^

error[P1200]: type parameters are only allowed in TypeScript files
 --> fail_typescript_syntax.js:7:17
  |
7 | abstract class I<T> implements A {
  |                 ^

error[P1200]: `implements` clauses are only allowed in TypeScript files
 --> fail_typescript_syntax.js:7:21
  |
7 | abstract class I<T> implements A {
  |                     ^^^^^^^^^^

error[P1201]: modifier `private` is only allowed in TypeScript files
 --> fail_typescript_syntax.js:8:3
  |
8 |   private j: number;
  |   ^^^^^^^

error[P1200]: type annotations are only allowed in TypeScript files
 --> fail_typescript_syntax.js:8:12
  |
8 |   private j: number;
  |            ^

error[P1201]: modifier `readonly` is only allowed in TypeScript files
 --> fail_typescript_syntax.js:9:3
  |
9 |   readonly k? = 1;
  |   ^^^^^^^^

error[P1200]: optional members are only allowed in TypeScript files
 --> fail_typescript_syntax.js:9:13
  |
9 |   readonly k? = 1;
  |             ^

error[P1201]: modifier `public` is only allowed in TypeScript files
  --> fail_typescript_syntax.js:10:15
   |
10 |   constructor(public l) { }
   |               ^^^^^^

error[P1200]: type parameters are only allowed in TypeScript files
  --> fail_typescript_syntax.js:12:11
   |
12 | function m<T>(n: T, o?: string): void { }
   |           ^

error[P1200]: type annotations are only allowed in TypeScript files
  --> fail_typescript_syntax.js:12:16
   |
12 | function m<T>(n: T, o?: string): void { }
   |                ^

error[P1200]: optional parameters are only allowed in TypeScript files
  --> fail_typescript_syntax.js:12:22
   |
12 | function m<T>(n: T, o?: string): void { }
   |                      ^

error[P1200]: type annotations are only allowed in TypeScript files
  --> fail_typescript_syntax.js:12:23
   |
12 | function m<T>(n: T, o?: string): void { }
   |                       ^

error[P1200]: type annotations are only allowed in TypeScript files
  --> fail_typescript_syntax.js:12:32
   |
12 | function m<T>(n: T, o?: string): void { }
   |                                ^

error[P1200]: type annotations are only allowed in TypeScript files
  --> fail_typescript_syntax.js:13:6
   |
13 | let p: number = 1;
   |      ^

error[P1200]: type assertions are only allowed in TypeScript files
  --> fail_typescript_syntax.js:14:13
   |
14 | const q = p as string;
   |             ^^

error[P1200]: non-null assertions are only allowed in TypeScript files
  --> fail_typescript_syntax.js:15:12
   |
15 | const r = p!;
   |            ^

error[P1200]: type annotations are only allowed in TypeScript files
  --> fail_typescript_syntax.js:16:13
   |
16 | const s = (t: number) => t;
   |             ^

error[P1200]: type-only imports are only allowed in TypeScript files
  --> fail_typescript_syntax.js:17:8
   |
17 | import type { U } from "u";
   |        ^^^^

error[P1200]: type-only names are only allowed in TypeScript files
  --> fail_typescript_syntax.js:18:10
   |
18 | import { type V } from "v";
   |          ^^^^

error[P1200]: type-only exports are only allowed in TypeScript files
  --> fail_typescript_syntax.js:19:8
   |
19 | export type { W } from "w";
   |        ^^^^

error[P1200]: interfaces are only allowed in TypeScript files
  --> fail_typescript_syntax.js:20:8
   |
20 | export interface X { }
   |        ^^^^^^^^^

error[P1200]: `import x =` declarations are only allowed in TypeScript files
  --> fail_typescript_syntax.js:21:10
   |
21 | import y = require("y");
   |          ^

error[P1200]: type arguments are only allowed in TypeScript files
  --> fail_typescript_syntax.js:22:18
   |
22 | class Z extends I<string> { m(@dec n) { } }
   |                  ^

error[P1200]: decorators on parameters are only allowed in TypeScript files
  --> fail_typescript_syntax.js:22:31
   |
22 | class Z extends I<string> { m(@dec n) { } }
   |                               ^
