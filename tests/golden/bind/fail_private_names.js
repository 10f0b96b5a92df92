// --- args: --stop-after=bind
class A extends B.#a {
  #a;
  #a;
  get #b() {}
  static set #b(value) {}
  get #c() {}
  set #c(value) {}
  m() { this.#d; #e in this; }
}
// --- stderr
error[P2530]: private name `#a` is not declared in a class around
 --> fail_private_names.js:1:19
  |
1 | class A extends B.#a {
  |                   ^^

error[P2531]: private name `#a` has already been declared in this class
 --> fail_private_names.js:3:3
  |
2 |   #a;
  |   -- first declared here
3 |   #a;
  |   ^^

error[P2532]: getter and setter of `#b` must both be static or both not
 --> fail_private_names.js:5:14
  |
4 |   get #b() {}
  |       -- first declared here
5 |   static set #b(value) {}
  |              ^^

error[P2530]: private name `#d` is not declared in a class around
 --> fail_private_names.js:8:14
  |
8 |   m() { this.#d; #e in this; }
  |              ^^

error[P2530]: private name `#e` is not declared in a class around
 --> fail_private_names.js:8:18
  |
8 |   m() { this.#d; #e in this; }
  |                  ^^
