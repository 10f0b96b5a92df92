// --- args: --stop-after=parse
interface A implements B {}
interface C extends D extends E {}
interface F extends (G), h(), I.J {}
interface K extends {}
class L implements M extends N {}
class O implements P implements Q {}
// --- stderr
error[P3100]: interface declaration cannot have an `implements` clause
 --> fail_interfaces.ts:1:13
  |
1 | interface A implements B {}
  |             ^^^^^^^^^^
help: write `extends`
  |
1 - interface A implements B {}
1 + interface A extends B {}

error[P3101]: `extends` clause already seen
 --> fail_interfaces.ts:2:23
  |
2 | interface C extends D extends E {}
  |                       ^^^^^^^

error[P3102]: interface can only extend a name with optional type arguments
 --> fail_interfaces.ts:3:22
  |
3 | interface F extends (G), h(), I.J {}
  |                      ^

error[P3102]: interface can only extend a name with optional type arguments
 --> fail_interfaces.ts:3:26
  |
3 | interface F extends (G), h(), I.J {}
  |                          ^^^

error[P1101]: expected a name, found `{`
 --> fail_interfaces.ts:4:21
  |
4 | interface K extends {}
  |                     ^

error[P3090]: `extends` clause must precede `implements` clause
 --> fail_interfaces.ts:5:22
  |
5 | class L implements M extends N {}
  |                      ^^^^^^^

error[P3091]: `implements` clause already seen
 --> fail_interfaces.ts:6:22
  |
6 | class O implements P implements Q {}
  |                      ^^^^^^^^^^
