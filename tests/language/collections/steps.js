// Iterators that are stepped without result objects, and what makes their results seen.
const map = new Map([['a', 1], ['b', 2], ['c', 3]]);
const set = new Set('hello');
for (const [key, value] of map) {
  console.log(key, value);
  if (key === 'b') map.set('d', 4).delete('c');
}
for (const letter of set) if (letter === 'l') set.add('!');
console.log([...set].join(''), [...'a😀\ud83db'].length, Array.from(map.keys()), Math.max(...map.values()));

// Stopped early and taken up again.
const letters = 'abcdef'[Symbol.iterator]();
for (const letter of letters) if (letter === 'b') break;
const [c, , e] = letters;
console.log(c, e, letters.next(), letters.next(), letters.next());

// The end stays the end, whatever comes later.
const late = set.values();
console.log([...late].length);
set.add('late');
console.log([...late], late.next());

// A `next` of one's own is asked, on the iterator and on the prototype.
const own = map.entries();
let asked = 0;
own.next = function () {
  return ++asked > 2 ? { done: true } : { value: asked };
};
console.log([...own], asked);
for (const prototype of ['abc'[Symbol.iterator](), map.keys(), set.keys()].map(Object.getPrototypeOf)) {
  const builtin = prototype.next;
  prototype.next = function () {
    const result = builtin.call(this);
    return result.done ? result : { value: `<${result.value}>`, done: false };
  };
  console.log([...'xy'].join(), [...new Map([[1, 2]])].join(), [...new Set([3])].join());
  prototype.next = builtin;
}
// The builtin `next` on something else.
const borrowed = { [Symbol.iterator]: () => ({ next: map.keys().next }) };
try {
  for (const x of borrowed) console.log(x);
} catch (error) {
  console.log(error.name, error.message);
}
console.log(new Map(new Map([[1, { a: 1 }]]).entries()), Object.fromEntries(map), new Set(map.keys()).size);
const proxied = new Proxy(map.keys(), {});
try {
  for (const x of { [Symbol.iterator]: () => proxied }) console.log(x);
} catch (error) {
  console.log(error.name);
}
console.log((12.345).toFixed(1), (1.005).toFixed(2), (-0.5).toFixed(0), (1e20).toFixed(3), (123.456).toFixed(18), (0.000001).toFixed(7), (2 ** 53 + 2).toFixed(1), (-1.5e-9).toFixed(2), (5e-324).toFixed(10), (0.5).toFixed(19), (8.345).toFixed(100).length);
