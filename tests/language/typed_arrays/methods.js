// The methods of %TypedArray%.prototype.
const attempt = (action) => {
  try {
    console.log(action());
  } catch (error) {
    console.log(`${error.name}: ${error.message}`);
  }
};
const detached = () => {
  const array = new Uint8Array(2);
  array.buffer.transfer();
  return array;
};
const a = new Int16Array([5, -1, 3, 300, 2]);
console.log(a.at(0), a.at(-1), a.at(9), a.includes(3), a.includes('3'), a.indexOf(300), a.lastIndexOf(5), a.indexOf(5, 1), a.lastIndexOf(2, -2));
console.log(a.map((x) => x * 2), a.filter((x) => x > 2), a.find((x) => x > 100), a.findIndex((x) => x < 0), a.findLast((x) => x > 2), a.findLastIndex((x) => x === 9));
console.log(a.every((x) => x < 301), a.some((x) => x === 3), a.reduce((x, y) => x + y), a.reduceRight((x, y) => `${x},${y}`, ''));
console.log(a.slice(1, 3), a.subarray(1, 3), a.subarray(-2), a.subarray(4, 2), a.subarray().byteOffset, a.subarray(2).byteOffset);
console.log([...a.keys()], [...a.values()], [...a.entries()], a.join('-'), a.join(), a.toString(), a.toLocaleString());
console.log(new Float64Array([1.5, 1234.5]).toLocaleString(), a.entries().next(), a[Symbol.iterator]().toString());
a.forEach(function (value, index, array) {
  if (index === 0) console.log(value, array === a, this.tag);
}, {tag: 'here'});
console.log(a.toReversed(), a.toSorted(), a.with(0, 9), a.with(-1, '8'), a);
console.log(new Uint8Array(5).fill(7, 1, -1), new Float32Array(3).fill('1.5'), new BigInt64Array(2).fill(-5n));
console.log(new Uint8Array([1, 2, 3, 4, 5]).copyWithin(0, 3), new Uint8Array([1, 2, 3, 4, 5]).copyWithin(1, 0, 3), new Int32Array([1, 2, 3]).copyWithin(-2));
console.log(new Uint8Array([1, 2, 3]).reverse(), new Float64Array([1, 2]).reverse(), new Uint8Array(0).reverse());

// set: overlapping memory, other types, array-likes.
{
  const buffer = new ArrayBuffer(16);
  const bytes = new Uint8Array(buffer).map((_, i) => i + 1);
  const view = new Uint8Array(bytes.buffer);
  view.set(view.subarray(0, 8), 4);
  console.log(view);
  view.set(view.subarray(4, 12));
  console.log(view);
  const words = new Uint16Array(bytes.buffer, 0, 4);
  words.set(new Uint8Array(bytes.buffer, 2, 4));
  console.log(words);
  new Uint8Array(bytes.buffer).set(new Uint16Array(bytes.buffer, 2, 6), 1);
  console.log(view);
  view.set([1, '2', , null, 4.9], 3);
  view.set({length: 2, 0: 255, 1: 256});
  view.set('98', 14);
  console.log(view);
  const clamped = new Uint8ClampedArray(3);
  clamped.set(new Int8Array([-5, 5, 127]));
  const signed = new Int8Array(3);
  signed.set(new Uint8ClampedArray([200, 100, 255]));
  console.log(clamped, signed);
  const floats = new Float32Array(2);
  floats.set(new Float64Array([0.1, 1e300]));
  console.log(floats);
}
attempt(() => new Uint8Array(2).set([1, 2, 3]));
attempt(() => new Uint8Array(2).set([1], -1));
attempt(() => new Uint8Array(2).set([1], 2));
attempt(() => new Uint8Array(2).set([1], Infinity));
attempt(() => new Uint8Array(2).set(1));
attempt(() => new Uint8Array(2).set(null));
attempt(() => new Uint8Array(2).set(new BigInt64Array(1)));
attempt(() => new Uint8Array(2).set(new Uint8Array(3)));

// Sorting.
console.log(new Float64Array([3, 1, NaN, -0, 0, -1, -Infinity, Infinity, 1e-300]).sort());
console.log(new Float32Array([3, NaN, -0, 0, -1.5]).sort(), new Float16Array([3, NaN, -0, 0, -1.5]).sort());
console.log(new Int8Array([3, -128, 127, 0, -1]).sort(), new Uint8ClampedArray([3, 200, 100]).sort(), new Int32Array([10, 9, -1, 2 ** 31]).sort());
console.log(new BigInt64Array([3n, -1n, 2n ** 62n]).sort(), new BigUint64Array([3n, -1n, 0n]).sort(), new Uint16Array([10, 9, 1]).sort(undefined));
console.log(new Uint8Array([5, 3, 9]).sort((x, y) => y - x), new Uint8Array([5, 3, 9]).toSorted((x, y) => y - x), new BigInt64Array([1n, 3n]).sort((x, y) => Number(y - x)));
console.log(new Uint8Array([11, 12, 21, 22]).sort((x, y) => x % 10 - y % 10), new Uint8Array([3, 1, 2]).sort(() => NaN));
{
  let state = 12345;
  const random = () => state = state * 1103515245 + 12345 & 0x7fffffff;
  for (const type of [Uint8Array, Int16Array, Int32Array, Uint32Array, Float32Array, Float64Array]) {
    const many = Array.from({length: 3000}, () => random() * (random() % 2 ? 1 : -1));
    const sorted = new type(many).sort();
    const expected = [...new type(many)].sort((x, y) => x - y);
    console.log(type.name, sorted.every((x, i) => x === expected[i]));
  }
}
attempt(() => new Uint8Array(2).sort(1));
attempt(() => new Uint8Array(2).toSorted({}).length);

// What is not there, out of reach, or wrong.
for (const method of ['at', 'copyWithin', 'every', 'fill', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'forEach', 'includes', 'indexOf',
  'join', 'lastIndexOf', 'map', 'reverse', 'reduce', 'reduceRight', 'set', 'slice', 'some', 'sort', 'subarray', 'toReversed', 'toSorted', 'with',
  'toLocaleString', 'keys', 'entries', 'values']) {
  attempt(() => detached()[method]((x) => x));
  attempt(() => Uint8Array.prototype[method].call(1));
}
for (const name of ['buffer', 'byteLength', 'byteOffset', 'length']) {
  attempt(() => Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), name).get.call(1));
}
attempt(() => new BigInt64Array(1).fill(1));
attempt(() => new Uint8Array(1).fill(1n));
attempt(() => new Uint8Array(2).with(3, 1));
attempt(() => new Uint8Array(2).with(-3, 1));
attempt(() => new Uint8Array(2).map(1));
attempt(() => new Uint8Array(2).map());
attempt(() => new Uint8Array(0).reduce((x) => x));
attempt(() => {
  const iterator = new Uint8Array(2).values();
  iterator.next();
  const other = new Uint8Array(2);
  const values = other.values();
  other.buffer.transfer();
  return values.next();
});
attempt(() => [...detached()]);
attempt(() => { for (const x of detached()) console.log(x); });
{
  const view = new Uint8Array([1, 2, 3, 4]);
  try {
    for (const x of view) {
      console.log(x);
      if (x === 2) view.buffer.transfer();
    }
  } catch (error) {
    console.log(error.message);
  }
}

// Searching for what elements can and can't be.
const f = new Float32Array([0.1, NaN, -0]);
console.log(f.indexOf(0.1), f.indexOf(Math.fround(0.1)), f.includes(NaN), f.indexOf(NaN), f.indexOf(0), f.includes(-0), f.includes(undefined));
const h = new Float16Array([1.5, -0, NaN]);
console.log(h.indexOf(1.5), h.indexOf(0), h.includes(NaN), h.indexOf(1.50001));
const b = new BigInt64Array([1n, -1n]);
console.log(b.indexOf(1n), b.indexOf(1), b.indexOf(-1n), b.indexOf(2n ** 64n - 1n), new BigUint64Array([2n ** 64n - 1n]).includes(-1n));
console.log(new Uint8Array([1, 255]).indexOf(-1), new Uint8Array([1, 255]).indexOf(257), new Uint8Array([0]).indexOf(-0), new Int8Array([-1]).lastIndexOf(255));

// What arrays' methods and syntax make of typed arrays.
console.log(Array.prototype.map.call(new Uint8Array([1, 2]), (x) => x * 300), [].concat(new Uint8Array([1, 2])).length, [0].concat([1], [2]));
console.log(Array.prototype.slice.call(new Uint8Array([1, 2])), Array.prototype.sort.call(new Uint8Array([11, 2])), Array.from(new Uint8Array([1, 2])));
attempt(() => Array.prototype.pop.call(new Uint8Array([1, 2])));
console.log([...new Uint8Array([1, 2])], Math.max(...new Float64Array([1, 5, 2])), new Set(new Uint8Array([1, 1, 2])), Object.values(new Uint8Array([4, 5])));
const [first, ...rest] = new Uint8Array([1, 2, 3]);
console.log(first, rest, Array.isArray(new Uint8Array(1)), structuredCloneIsThere());
function structuredCloneIsThere() {
  return Array.prototype.includes.call(new Float64Array([NaN]), NaN);
}
