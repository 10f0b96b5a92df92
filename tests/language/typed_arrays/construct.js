// How typed arrays and buffers are made, and what refuses to be.
const attempt = (make) => {
  try {
    console.log(make());
  } catch (error) {
    console.log(`${error.name}: ${error.message}`);
  }
};
const detached = (type = Uint8Array) => {
  const array = new type(4);
  array.buffer.transfer();
  return array;
};
const types = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float16Array,
  Float32Array, Float64Array];

for (const type of types) {
  console.log(type.name, type.BYTES_PER_ELEMENT, type.prototype.BYTES_PER_ELEMENT, type.length);
  console.log(new type([1, -1, 300, 70000, 2 ** 32 + 5, 1.5, -0.5, NaN, Infinity, -0, 1e300, '7', null, undefined]));
}
console.log(new BigInt64Array([1n, -1n, 2n ** 63n, 2n ** 64n + 3n, true, '12']));
console.log(new BigUint64Array([1n, -1n, 2n ** 63n, 2n ** 64n + 3n]));
console.log(new Float16Array([65504, 65519, 65520, 2 ** -24, 2 ** -25, 2 ** -25 * 1.01, 1.0009765625, 1.00048828125, 0.1]));
console.log(new Uint8ClampedArray([0.5, 1.5, 2.5, 254.5, 255.5, -1, 1e9, NaN]));

console.log(new Uint8Array(new Set([1, 2, 3])), new Uint8Array({length: 2, 1: 9}), new Int16Array(new Float64Array([1.9, -1.9])));
console.log(Uint8Array.from([1, 2, 3], function (x, i) { return x * this.k + i; }, {k: 2}), Float32Array.of(1, 2.5, '3'));
console.log(Uint8Array.from({length: 3}, (_, i) => i * i), Uint16Array.from('123'), Uint8Array.from(new Map([[1, 2]]).keys()));
console.log(new Uint8Array(), new Uint8Array(undefined), new Uint8Array(2.9), new Uint8Array(null), new Uint8Array('3'));
{
  const buffer = new ArrayBuffer(16);
  const words = new Uint32Array(buffer, 4, 2);
  words[0] = 0x01020304;
  words[1] = 0xfffefdfc;
  console.log(new Uint8Array(buffer), words.byteOffset, words.byteLength, words.length, words.buffer === buffer);
  console.log(new Int16Array(buffer), new BigInt64Array(buffer, 8));
}

attempt(() => Uint8Array(1));
attempt(() => new (Object.getPrototypeOf(Uint8Array))());
attempt(() => Object.getPrototypeOf(Uint8Array)());
attempt(() => new Uint8Array(-1));
attempt(() => new Uint8Array(2 ** 53));
attempt(() => new Uint8Array(2 ** 50));
attempt(() => new Uint8Array({length: 2 ** 50}));
attempt(() => new Uint8Array(Symbol()));
attempt(() => new Int32Array(new ArrayBuffer(8), 1));
attempt(() => new Int32Array(new ArrayBuffer(7)));
attempt(() => new Int32Array(new ArrayBuffer(8), 16));
attempt(() => new Int32Array(new ArrayBuffer(8), 4, 5));
attempt(() => new Int32Array(new ArrayBuffer(8), -4));
attempt(() => new Int32Array(new ArrayBuffer(8), 0, -1));
attempt(() => new Int32Array(detached().buffer));
attempt(() => new Int32Array(detached()));
attempt(() => new Uint8Array(new BigInt64Array(1)));
attempt(() => new BigInt64Array([1]));
attempt(() => new BigInt64Array(new Uint8Array(1)));
attempt(() => Uint8Array.from(null));
attempt(() => Uint8Array.from());
attempt(() => Uint8Array.from([], 1));
attempt(() => Uint8Array.from({[Symbol.iterator]: 1}));
attempt(() => Uint8Array.from.call(Array, []));
attempt(() => Uint8Array.from.call(1, []));
attempt(() => Uint8Array.of.call(1));

attempt(() => new ArrayBuffer(-1));
attempt(() => new ArrayBuffer(2 ** 53));
attempt(() => new ArrayBuffer(2 ** 53 - 1));
attempt(() => new ArrayBuffer(8, {maxByteLength: 4}));
attempt(() => new ArrayBuffer(8, {maxByteLength: 2 ** 53}));
attempt(() => ArrayBuffer(1));
attempt(() => new SharedArrayBuffer(-2));
attempt(() => SharedArrayBuffer(2));
attempt(() => ArrayBuffer.prototype.slice.call(1));
attempt(() => Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength').get.call({}));
attempt(() => Object.getOwnPropertyDescriptor(SharedArrayBuffer.prototype, 'byteLength').get.call(new ArrayBuffer(1)));
console.log(ArrayBuffer.isView(new DataView(new ArrayBuffer(1))), ArrayBuffer.isView(new Int8Array(1)), ArrayBuffer.isView([]));
console.log(new ArrayBuffer(8).slice(2, -1).byteLength, new SharedArrayBuffer(8).slice(-3).byteLength);

class Bytes extends Uint8Array {
  sum() {
    return this.reduce((a, b) => a + b, 0);
  }
}
const bytes = new Bytes([1, 2, 3]);
console.log(bytes, bytes.sum(), bytes.map((x) => x * 2).sum(), bytes.subarray(1) instanceof Bytes, bytes.slice(1).constructor.name);
class Plain extends Uint8Array {
  static get [Symbol.species]() {
    return Uint16Array;
  }
}
console.log(new Plain([1, 2]).map((x) => x * 200), new Plain([1, 2]).filter((x) => x > 1), Bytes.from([7]), Bytes.of(8));
const species = (made) => class extends Uint8Array {
  static get [Symbol.species]() {
    return made;
  }
};
attempt(() => new (species(Array))(2).map((x) => x));
attempt(() => new (species(function () { return new Uint8Array(1); }))(2).map((x) => x));
attempt(() => new (species(undefined))(2).map((x) => x));
attempt(() => new (species(1))(2).map((x) => x));
console.log(Object.getOwnPropertyNames(Uint8Array.prototype.__proto__).filter((name) => !(name in Array.prototype)).join());
console.log(Uint8Array.prototype.toString === Array.prototype.toString, Uint8Array.prototype[Symbol.iterator] === Uint8Array.prototype.values);
console.log(Object.prototype.toString.call(new Uint8Array(1)), Uint8Array.prototype[Symbol.toStringTag], String(new Uint8Array([1, 2])));
