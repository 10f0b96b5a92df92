@a @b function f() { }
const c = { @d e: 1 };
class A extends B, C { }
class D extends B extends C { }
class {
  m() { }
}
class E { @f static { } }
class G {
  constructor() { }
  constructor() { }
}
class H { get constructor() { } }
class I { *constructor() { } }
class J { async constructor() { } }
class K { @l constructor() { } }
class M { #constructor; }
class N { constructor = 1; }
class O { static prototype() { } }
class P { static prototype = 1; }
class Q {
  m() { return this. }
  x = 1 y = 2;
  after() { }
}
@r().s class T { }
@u[0] class V { }
@(w) class X { }
@y export @z class W { }
// --- stderr
error[P1160]: decorators must be followed by a class, found `function`
 --> fail_classes.js:1:7
  |
1 | @a @b function f() { }
  |       ^^^^^^^^

error[P1161]: decorators are not allowed here
 --> fail_classes.js:2:13
  |
2 | const c = { @d e: 1 };
  |             ^

error[P1162]: a class can only extend a single class
 --> fail_classes.js:3:18
  |
3 | class A extends B, C { }
  |                  ^

error[P2148]: `extends` clause already seen
 --> fail_classes.js:4:19
  |
4 | class D extends B extends C { }
  |                   ^^^^^^^

error[P1101]: expected a class name, found `{`
 --> fail_classes.js:5:7
  |
5 | class {
  |       ^

error[P1161]: decorators are not allowed here
 --> fail_classes.js:8:11
  |
8 | class E { @f static { } }
  |           ^^

error[P2140]: a class can only have one constructor
  --> fail_classes.js:11:3
   |
10 |   constructor() { }
   |   ----------- first one
11 |   constructor() { }
   |   ^^^^^^^^^^^

error[P2141]: constructor cannot be an accessor
  --> fail_classes.js:13:15
   |
13 | class H { get constructor() { } }
   |               ^^^^^^^^^^^

error[P2142]: constructor cannot be a generator
  --> fail_classes.js:14:12
   |
14 | class I { *constructor() { } }
   |            ^^^^^^^^^^^

error[P2143]: constructor cannot be async
  --> fail_classes.js:15:17
   |
15 | class J { async constructor() { } }
   |                 ^^^^^^^^^^^

error[P2144]: constructor cannot be decorated
  --> fail_classes.js:16:11
   |
16 | class K { @l constructor() { } }
   |           ^^

error[P2145]: a private member cannot be called `#constructor`
  --> fail_classes.js:17:11
   |
17 | class M { #constructor; }
   |           ^^^^^^^^^^^^

error[P2146]: a class field cannot be called `constructor`
  --> fail_classes.js:18:11
   |
18 | class N { constructor = 1; }
   |           ^^^^^^^^^^^

error[P2147]: a static member cannot be called `prototype`
  --> fail_classes.js:19:18
   |
19 | class O { static prototype() { } }
   |                  ^^^^^^^^^

error[P2147]: a static member cannot be called `prototype`
  --> fail_classes.js:20:18
   |
20 | class P { static prototype = 1; }
   |                  ^^^^^^^^^

error[P1101]: expected a property name, found `}`
  --> fail_classes.js:22:22
   |
22 |   m() { return this. }
   |                      ^

error[P1101]: expected `;`, found `y`
  --> fail_classes.js:23:9
   |
23 |   x = 1 y = 2;
   |         ^

error[P2149]: decorator must be a name, a call of one, or an expression in parentheses
  --> fail_classes.js:26:2
   |
26 | @r().s class T { }
   |  ^^^^^

error[P1160]: decorators must be followed by a class, found `[`
  --> fail_classes.js:27:3
   |
27 | @u[0] class V { }
   |   ^

error[P2150]: decorators must be either all before or all behind `export`
  --> fail_classes.js:29:11
   |
29 | @y export @z class W { }
   | --        ^^
   | |
   | first ones
