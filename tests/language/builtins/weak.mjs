// Weak collections and references; what the collector decides is printed as a rough share.
const map = new WeakMap();
const key = {};
const symbol = Symbol('key');
console.log(map.set(key, 1).set(symbol, 2) === map, map.get(key), map.get(symbol), map.has({}));
console.log(map.get(1), map.has(null), map.delete(undefined), map.delete(key), map.delete(key), map.get(key));
for (const value of [1, 'text', null, undefined, true, 1n, Symbol.for('registered')]) {
  try {
    map.set(value, 1);
  } catch (error) {
    console.log(String(error));
  }
}
console.log(new WeakMap([[key, 'a'], [symbol, 'b']]).get(symbol));
for (const make of [() => WeakMap(), () => new WeakMap([1]), () => new WeakSet([1]), () => new WeakRef(1),
  () => new FinalizationRegistry(), () => WeakMap.prototype.get.call(new Map(), 1)]) {
  try {
    make();
  } catch (error) {
    console.log(String(error));
  }
}

const set = new WeakSet([key]);
console.log(set.has(key), set.add(symbol) === set, set.has(symbol), set.delete(key), set.has(key));
console.log(map, set, Object.prototype.toString.call(new WeakRef(key)));

// Many keys, some of which go.
const keys = Array.from({ length: 10_000 }, (_, i) => ({ i }));
const numbers = new WeakMap(keys.map((item) => [item, item.i]));
for (let i = 0; i < keys.length; i += 3) numbers.delete(keys[i]);
console.log(keys.filter((item) => numbers.get(item) === item.i).length);

// A value that refers to its key does not keep it.
const registry = new FinalizationRegistry((held) => counts.set(held, (counts.get(held) ?? 0) + 1));
const counts = new Map();
function makeGarbage(count) {
  const cyclic = new WeakMap();
  for (let i = 0; i < count; ++i) {
    const target = {};
    cyclic.set(target, { back: target });
    registry.register(target, 'cyclic');
    registry.register({ i }, 'plain');
    const token = {};
    registry.register({ i }, 'unregistered', token);
    if (!registry.unregister(token) || registry.unregister(token)) console.log('unregister is wrong');
    references.push(new WeakRef({ i }));
  }
  return cyclic;
}
const references = [];
const cyclic = makeGarbage(1000);
// A reference that was just made holds until the end of the job.
console.log(references.every((reference) => reference.deref() !== undefined));

// Enough memory that lives for a while, so that all of the heap is collected.
let held;
function turn(rest) {
  held = Array.from({ length: 300_000 }, (_, i) => [i]);
  const collected = references.filter((reference) => reference.deref() === undefined).length;
  const done = (counts.get('cyclic') ?? 0) > 900 && (counts.get('plain') ?? 0) > 900 && collected > 900;
  if (!done && rest > 0) {
    setTimeout(turn, 1, rest - 1);
    return;
  }
  console.log('collected', done, 'unregistered', counts.get('unregistered') ?? 0, cyclic instanceof WeakMap);
  console.log(registry.register({}, 1), registry.unregister(Symbol()));
  for (const wrong of [() => registry.register(key, key), () => registry.register(1),
    () => registry.register({}, 1, 1), () => registry.unregister(1)]) {
    try {
      wrong();
    } catch (error) {
      console.log(String(error));
    }
  }
}
setTimeout(turn, 1, 500);
