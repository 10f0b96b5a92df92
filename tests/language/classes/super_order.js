// When the base constructor of a class is looked at and checked, and what a home object inherits from is found.
function caught(run) {
  try {
    return run();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

class Derived extends Object {
  constructor(...list) {
    if (list.length > 2) super(...list, console.log('spread'));
    else super(console.log('argument'));
  }
}
console.log(new Derived() instanceof Derived);
Object.setPrototypeOf(Derived, parseInt);
console.log(caught(() => new Derived()), caught(() => new Derived(1, 2, 3)));
class Nothing extends null {
  constructor() { super(console.log('of null')); }
}
class Default extends Object {}
Object.setPrototypeOf(Default, parseInt);
console.log(caught(() => new Nothing()), caught(() => new Default()));

const first = { p: 1, method(n) { return `first ${n} ${this === object}`; } };
const second = { p: -1, method(n) { return `second ${n}`; } };
const object = {
  __proto__: first,
  read(key) { return super[key]; },
  add(key) { return super[key] += 10; },
  count(key) { return ++super[key]; },
  write(key, value) { super[key] = value; },
  call(key) { return super[key](5); },
  arrow() { return (() => super.p)(); },
  named() { return super.method(6); },
  late() { return super[(Object.setPrototypeOf(object, second), 'p')]; },
};
console.log(object.read('p'), object.call('method'), object.arrow(), object.named(), object.late(), object.named());
Object.setPrototypeOf(object, first);
console.log(object.add('p'), object.p, object.count('p'), object.p, object.write('q', 1), object.q, first.q);
Object.setPrototypeOf(object, null);
console.log(caught(() => object.read('x')), caught(() => object.call('x')), caught(() => object.write('x', 1)));
console.log(caught(() => object.add(Symbol('s'))));
