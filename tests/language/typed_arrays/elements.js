// Elements as properties: integer-indexed exotic objects.
'use strict';
const attempt = (action) => {
  try {
    console.log(action());
  } catch (error) {
    console.log(`${error.name}: ${error.message}`);
  }
};
const array = new Uint8Array([10, 20, 30]);
console.log(array[0], array[2], array[3], array[-1], array['1'], array['-0'], array['1.5'], array[1.5], array['01'], array[-0]);
array[5] = 1;
array['-0'] = 1;
array['1.5'] = 1;
array.NaN = 1;
array.Infinity = 1;
array['1e3'] = 'plain';
array['01'] = 'plain';
array['+1'] = 'plain';
console.log(array, Object.keys(array));
console.log(0 in array, 3 in array, '-0' in array, '1.5' in array, 'NaN' in array, '01' in array, 'length' in array);
console.log(delete array[9], delete array['-0'], delete array['01'], Reflect.deleteProperty(array, 0), Reflect.deleteProperty(array, '1.5'));
attempt(() => delete array[0]);
console.log(Object.getOwnPropertyDescriptor(array, 1), Object.getOwnPropertyDescriptor(array, 7), Object.getOwnPropertyDescriptor(array, '-0'));

attempt(() => Object.defineProperty(array, 0, {value: 300})[0]);
attempt(() => Object.defineProperty(array, 0, {value: 5, writable: true, enumerable: true, configurable: true})[0]);
attempt(() => Object.defineProperty(array, 0, {value: 1, writable: false}));
attempt(() => Object.defineProperty(array, 0, {value: 1, enumerable: false}));
attempt(() => Object.defineProperty(array, 0, {value: 1, configurable: false}));
attempt(() => Object.defineProperty(array, 0, {get() { return 1; }}));
console.log(Reflect.defineProperty(array, 3, {value: 1}), Reflect.defineProperty(array, '-0', {value: 1}), Reflect.defineProperty(array, '2', {value: 77}), array[2]);
attempt(() => Object.freeze(array));
attempt(() => Object.seal(new Uint8Array(2)));
attempt(() => Object.freeze(new Uint8Array(0)));
console.log(Object.isFrozen(new Uint8Array(0)), Object.isExtensible(Object.preventExtensions(new Uint8Array(2))));

// [[Set]] with other receivers.
const heir = Object.create(array);
heir[0] = 99;
heir[50] = 99;
console.log(array[0], Object.getOwnPropertyDescriptor(heir, 0), Object.hasOwn(heir, 50), heir[0], heir[50]);
console.log(Reflect.set(array, 0, 1, {}), Reflect.set(array, 9, 1, {}), Reflect.set(array, 0, 7, new Uint8Array(1)), Reflect.set(array, 0, 7, 5), array[0]);
const receiver = {};
console.log(Reflect.set(new Uint8Array([1]), 0, 42, receiver), receiver, Reflect.set(new Uint8Array([1]), 3, 42, receiver), receiver);
console.log(Reflect.set([], 0, 300, array), array[0], Reflect.set({}, 'x', 1, array), array.x);

// The value is converted even where there is no element.
let conversions = 0;
array[100] = {valueOf() { conversions++; return 1; }};
array['-0'] = {valueOf() { conversions++; return 1; }};
console.log(conversions);
attempt(() => { array[0] = 1n; });
attempt(() => { array[100] = Symbol(); });
attempt(() => { new BigInt64Array(1)[0] = 1; });
{
  const shrinking = new Uint8Array(new ArrayBuffer(4, {maxByteLength: 8}));
  shrinking[3] = {valueOf() { shrinking.buffer.resize(2); return 1; }};
  console.log(shrinking, shrinking.length);
}

// Keys: integers first, then names in order, then symbols.
const named = new Int8Array(3);
named.b = 1;
named[Symbol('s')] = 2;
named.a = 3;
console.log(Reflect.ownKeys(named), JSON.stringify(named));
for (const key in named) console.log(key);
console.log(Object.entries(named), Object.keys({...named}), Reflect.ownKeys(Object.assign({}, named)));

// Raw bytes can't forge values.
const bits = new BigUint64Array(1);
const doubles = new Float64Array(bits.buffer);
const words = new Uint32Array(bits.buffer);
for (const pattern of [0xfffe000000000000n, 0xffffffffffffffffn, 0x7ff8000000000001n, 0xfffc000000000002n, 0xfff8000000000000n]) {
  bits[0] = pattern;
  const list = [doubles[0]];
  list.push(doubles[0]);
  console.log(doubles[0], list, typeof list[1], doubles.at(0), doubles.find(() => true), [...doubles][0], new DataView(bits.buffer).getFloat64(0, true));
}
bits[0] = 0x7ff8dead7ff8beefn;
console.log(words[0].toString(16), new Float32Array(bits.buffer)[0], new Float32Array(bits.buffer)[1], new Float16Array(bits.buffer));

// Loops over each type, by every way an element is read and written.
for (const type of [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float16Array, Float32Array, Float64Array]) {
  const a = new type(8);
  for (let i = 0; i < a.length; i++) a[i] = (i - 3) * 77.5;
  let sum = 0;
  for (let i = -1; i <= a.length; i++) sum += a[i] ?? 0;
  const copy = [];
  for (const x of a) copy.push(x);
  a[1]++;
  a[2] += 0.5;
  a[3] -= 1e10;
  a[4] = -a[4];
  console.log(type.name, sum, copy.join(), a.join());
}
{
  const a = new BigInt64Array(4);
  for (let i = 0; i < a.length; i++) a[i] = BigInt(i) ** 40n - 3n;
  let sum = 0n;
  for (let i = 0; i < a.length; i++) sum += a[i];
  a[0]++;
  console.log(sum, a);
}

// `length` is an accessor that programs may shadow.
const lengthOf = (value) => value.length;
console.log(lengthOf(array), lengthOf(new Float64Array(9)), lengthOf([1, 2]), lengthOf('abc'));
const shadowed = new Uint8Array(2);
Object.defineProperty(shadowed, 'length', {value: 'mine'});
class Long extends Uint8Array {
  get length() {
    return 1000;
  }
}
console.log(lengthOf(shadowed), lengthOf(new Long(3)), lengthOf(new Uint8Array(6)));
const original = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), 'length');
Object.defineProperty(Object.getPrototypeOf(Uint8Array.prototype), 'length', {get() { return -1; }, configurable: true});
console.log(lengthOf(array), lengthOf(new Uint8Array(6)));
Object.defineProperty(Object.getPrototypeOf(Uint8Array.prototype), 'length', original);
console.log(lengthOf(array), lengthOf(new Uint8Array(6)));
