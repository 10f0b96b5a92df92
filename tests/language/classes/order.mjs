// The order in which a class and its instances come into being.
const log = [];
const note = (x) => (log.push(String(x)), x);
class A { [note("a")]() {} static [note("b")] = note("static b"); static { note(this === A); } [note("c")] = note("field c"); constructor() { note("A"); } }
class B extends (note("heritage"), A) {
  #p = note("field p"); #m() { return this.#p; } get #g() { return this.#m(); }
  constructor(x = note("default")) { const call = () => super(); note("before"); call(); note(this.#g); note(new.target === B); }
  static has(o) { return #p in o; }
}
new B();
note(B.has(new B()) && !B.has({}));
try { class C extends A { constructor() { note(this); } } new C(); } catch (e) { note(e instanceof ReferenceError); }
try { class D extends A { constructor() { super(); super(); } } new D(); } catch (e) { note(e instanceof ReferenceError); }
try { class E { static [E.name]; } } catch (e) { note(e instanceof ReferenceError); }
try { class F extends null {} new F(); } catch (e) { note(e instanceof TypeError); }
const o = { __proto__: { x: 1 }, m() { return () => super.x; } };
note(o.m()());
const named = class { static name = "own"; }, plain = class {};
note(named.name + plain.name);
console.log(log.join("\n"));
