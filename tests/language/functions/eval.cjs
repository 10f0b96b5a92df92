// Direct eval of constants, in sloppy and strict code.
var outer = 'outer';

function values() {
  console.log(eval('1 + 2'), eval('"use strict"; 3;'), eval('var a = 1'), eval(''), eval('({}).x'));
  console.log(eval('1; if (false) {}'), eval('2; do { 3; continue; } while (false)'), eval('4; {}'),
              eval('5; switch (1) { case 1: }'), eval('6; try { 7 } finally { 8 }'),
              eval('9; try { throw 1 } catch {}'), eval('L: { 10; break L; }'), eval('for (var i = 0; i < 3; i++) i'));
}
values();

function variables(parameter) {
  var own = 1;
  console.log(typeof added, typeof outer);
  eval('var added = 2; var own = 3; var parameter = 4; var outer = "inner"; let hidden = 5; function made() { return own + added; }');
  console.log(added, own, parameter, outer, typeof hidden, made(), arguments[0]);
  added++;
  console.log(added, made(), delete added, typeof added, delete own, delete outer, outer);
  return () => typeof made;
}
console.log(variables(0)(), outer);

function strict() {
  'use strict';
  eval('var local = 1; function f() {}');
  return typeof local + typeof f;
}
console.log(strict());

function conflicts() {
  const results = [];
  for (const test of [
    () => { let x; { eval('var x'); } },
    () => { try { throw 1; } catch (e) { eval('var e = 2'); return e; } },
    () => { try { throw [1]; } catch ([e]) { eval('var e = 2'); return e; } },
    (a = eval('var a = 1')) => a,
    (a = eval('var b = 1'), c = b) => c,
    () => eval('let y; var y;'),
    () => eval('break'),
    () => eval('var 1'),
    () => eval('{ function z() { return 1; } } z()'),
    () => eval('new.target'),
    () => eval('late'),
  ]) {
    try {
      results.push(String(test()));
    } catch (error) {
      results.push(error.name);
    }
  }
  let late;
  return results.join();
}
console.log(conflicts());

class Base { name() { return 'base'; } }
class Derived extends Base {
  #secret = 1;
  field = eval('this.constructor.name');
  name() { return eval('super.name() + this.#secret + (() => new.target)()'); }
}
console.log(new Derived().name(), new Derived().field);

function loops() {
  const functions = [];
  for (let i = 0; i < 3; i++) functions.push(eval('let own = i; () => own++ + i'));
  return functions.map((f) => f() + f());
}
console.log(loops());

function* generator() {
  eval('var x = 1');
  yield x;
  x++;
  yield eval('x');
}
console.log([...generator()]);

function shadowed(eval) { return eval('1 + 1'); }
console.log(shadowed((text) => `given ${text}`), eval(42), eval.name, eval.length);
with ({ w: 1 }) {
  eval('w = 2; var w2 = w');
  console.log(w, w2);
}
console.log(eval("var outer = 'again'; outer"), outer, eval('eval("1 + outer")'));
