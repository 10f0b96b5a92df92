// What console prints of buffers and views.
console.log(new ArrayBuffer(10), new ArrayBuffer(0), [new ArrayBuffer(3)], new SharedArrayBuffer(4), {a: new ArrayBuffer(1)});
console.log(new ArrayBuffer(100));
console.log(new ArrayBuffer(101));
console.log(new ArrayBuffer(150));
const detached = new ArrayBuffer(8);
detached.transfer();
console.log(detached);
console.log(new DataView(new ArrayBuffer(4), 1, 2), [[new DataView(new ArrayBuffer(60), 1, 2)]]);
console.log(new Uint8Array(3), new Float64Array([1.5, NaN, -0]), new BigInt64Array(2), new Uint8Array(0), new Float16Array([1.1]));
console.log(new Uint8Array(200), new Float32Array(30).map((_, i) => i / 3), new Int32Array(7).fill(123456));
class Bytes extends Uint8Array {}
class Buffer extends ArrayBuffer {}
const named = new Uint8Array(2);
named.foo = 1;
named.bar = {};
const buffer = new ArrayBuffer(2);
buffer.x = 1;
console.log(new Bytes(2), new Buffer(2), named, [[[[named]]]], buffer, Object.assign(new DataView(buffer), {y: 2}));
console.log(Object.setPrototypeOf(new Uint8Array(1), null), Object.setPrototypeOf(new ArrayBuffer(1), null));
console.log(Uint8Array, Object.getPrototypeOf(Uint8Array), Uint8Array.prototype, ArrayBuffer.prototype, DataView.prototype);
