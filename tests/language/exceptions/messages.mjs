// What messages call the value that is called, constructed or iterated: as the source writes it.
const report = (name, run) => {
  try {
    run();
    console.log(name, 'no error');
  } catch (error) {
    console.log(name, error.name + ': ' + error.message);
  }
};

const o = { a: { b: { c: [1] } }, nn: 5, n: 1, make: () => ({}) };
const k = 'k', f = 3, g = () => ({ a: 1 });
class C {
  #p = 1;
  static of(c) {
    c.#p();
  }
  own() {
    this.missing();
  }
}
let u;

report('name', () => f());
report('member', () => o.x());
report('deep member', () => o.a.b());
report('computed', () => o[k]());
report('string key', () => o['k']());
report('odd string key', () => o['a b']());
report('index', () => o[0]());
report('operation as key', () => o[k + 1]());
report('call', () => g()());
report('member of a call', () => g(1, 2).x());
report('tagged', () => g``.x());
report('member of new', () => new C().x());
report('array', () => [1, 2].x());
report('empty object', () => ({}).x());
report('object', () => ({ a: 1 }).x());
report('string', () => 's'.x());
report('number', () => (3).x());
report('regular expression', () => /re/g.x());
report('function', () => (() => 1).x());
report('optional', () => o?.x());
report('optional inside', () => o.a?.x());
report('parentheses', () => (o.x)());
report('assignment', () => (u = o).x());
report('comma', () => (o.a, o.b)());
report('sum', () => (o.nn + k).x());
report('either', () => (u || f)());
report('condition', () => (k ? o : u).x());
report('null', () => null());
report('private', () => C.of(new C()));
report('this', () => new C().own());
report('spread arguments', () => o.x(...[1, 2]));
report('tag', () => o.x`text`);

report('new name', () => new f());
report('new member', () => new o.nn());
report('new call', () => new (g())());
report('new arrow', () => new g());
report('new spread', () => new o.nn(...[1]));

report('iterated name', () => { for (const x of f); });
report('iterated member', () => { for (const x of o.nn); });
report('iterated undefined', () => { for (const x of u); });
report('iterated call', () => { for (const x of g()); });
report('iterated method', () => { for (const x of o.make()); });
report('iterated new', () => { for (const x of new C()); });
report('iterated choice', () => { for (const x of k ? o : u); });
report('array pattern', () => { const [x] = {}; });
report('array pattern of a call', () => { const [x] = g(); });
report('array pattern of undefined', () => { const [x] = undefined; });
report('spread', () => [...o]);
report('empty pattern', () => { const {} = null; });
report('pattern', () => { const { a } = u; });
report('parameter', () => (({ a }) => a)());
report('class', () => C());
report('super', () => new (class A extends null { constructor() { super(); } })());

await (async () => { for await (const x of o); })()
  .catch((error) => console.log('async iterated', error.message));
