class A {
  a = arguments;
  b = () => arguments;
  c = function () { return arguments; };
  static {
    arguments;
    await 1;
    (await) => 1;
    function await() { }
    return;
  }
}
// --- stderr
error[P2006]: `arguments` is not allowed in the initializer of a class field
 --> fail_fields.js:2:7
  |
2 |   a = arguments;
  |       ^^^^^^^^^

error[P2006]: `arguments` is not allowed in the initializer of a class field
 --> fail_fields.js:3:13
  |
3 |   b = () => arguments;
  |             ^^^^^^^^^

error[P2007]: `arguments` is not allowed in a class static block
 --> fail_fields.js:6:5
  |
6 |     arguments;
  |     ^^^^^^^^^

error[P2005]: `await` is not allowed in a class static block
 --> fail_fields.js:7:5
  |
7 |     await 1;
  |     ^^^^^

error[P2005]: `await` is not allowed in a class static block
 --> fail_fields.js:8:6
  |
8 |     (await) => 1;
  |      ^^^^^

error[P2005]: `await` is not allowed in a class static block
 --> fail_fields.js:9:14
  |
9 |     function await() { }
  |              ^^^^^

error[P2100]: `return` is only allowed in functions
  --> fail_fields.js:10:5
   |
10 |     return;
   |     ^^^^^^
