class A {
  constructor() { super(); }
  m() { super; super.#p; super?.x; delete this.#p; new super(); }
  #p;
}
function f() { super.x; }
class B extends A {
  constructor() { super(); super.x; }
  n() { super(); }
}
super.y;
new.target;
const o = { m() { super.z; }, f: function () { super.z; } };
// --- stderr
error[P2072]: `super()` is only allowed in the constructor of a class that extends another
 --> fail_super.js:2:19
  |
2 |   constructor() { super(); }
  |                   ^^^^^

error[P1145]: `super` must be followed by a property or by arguments
 --> fail_super.js:3:9
  |
3 |   m() { super; super.#p; super?.x; delete this.#p; new super(); }
  |         ^^^^^

error[P2071]: private members cannot be reached through `super`
 --> fail_super.js:3:22
  |
3 |   m() { super; super.#p; super?.x; delete this.#p; new super(); }
  |                      ^^

error[P2070]: `super` cannot begin an optional chain
 --> fail_super.js:3:31
  |
3 |   m() { super; super.#p; super?.x; delete this.#p; new super(); }
  |                               ^^

error[P2064]: private members cannot be deleted
 --> fail_super.js:3:36
  |
3 |   m() { super; super.#p; super?.x; delete this.#p; new super(); }
  |                                    ^^^^^^^^^^^^^^

error[P2072]: `super()` is only allowed in the constructor of a class that extends another
 --> fail_super.js:3:56
  |
3 |   m() { super; super.#p; super?.x; delete this.#p; new super(); }
  |                                                        ^^^^^

error[P2075]: `super()` cannot be called with `new`
 --> fail_super.js:3:56
  |
3 |   m() { super; super.#p; super?.x; delete this.#p; new super(); }
  |                                                        ^^^^^

error[P2073]: `super` is only allowed in methods, accessors and class fields
 --> fail_super.js:6:16
  |
6 | function f() { super.x; }
  |                ^^^^^

error[P2072]: `super()` is only allowed in the constructor of a class that extends another
 --> fail_super.js:9:9
  |
9 |   n() { super(); }
  |         ^^^^^

error[P2073]: `super` is only allowed in methods, accessors and class fields
  --> fail_super.js:11:1
   |
11 | super.y;
   | ^^^^^

error[P2074]: `new.target` is only allowed in functions and class bodies
  --> fail_super.js:12:1
   |
12 | new.target;
   | ^^^^^^^^^^

error[P2073]: `super` is only allowed in methods, accessors and class fields
  --> fail_super.js:13:48
   |
13 | const o = { m() { super.z; }, f: function () { super.z; } };
   |                                                ^^^^^
