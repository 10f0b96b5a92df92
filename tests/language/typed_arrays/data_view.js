// DataView.
const attempt = (action) => {
  try {
    console.log(action());
  } catch (error) {
    console.log(`${error.name}: ${error.message}`);
  }
};
const buffer = new ArrayBuffer(16);
const bytes = new Uint8Array(buffer);
const view = new DataView(buffer);
const values = {Int8: -2, Uint8: 254, Int16: -300, Uint16: 65000, Int32: -70000, Uint32: 4e9, Float16: 1.5, Float32: 0.1, Float64: Math.PI,
  BigInt64: -5n, BigUint64: 2n ** 63n + 1n};
for (const [type, value] of Object.entries(values)) {
  for (const little of [false, true, undefined]) {
    bytes.fill(0);
    console.log(type, view[`set${type}`](3, value, little), bytes.join(), view[`get${type}`](3, little), view[`get${type}`](3, !little));
  }
}
console.log(view.byteLength, view.byteOffset, view.buffer === buffer, new DataView(buffer, 4).byteLength, new DataView(buffer, 4, 2).byteLength);
console.log(new DataView(buffer, 16).byteLength, new DataView(new SharedArrayBuffer(3)), Object.prototype.toString.call(view));
console.log(view.getInt8.length, view.setInt8.length, DataView.length, Object.getOwnPropertyNames(DataView.prototype).join());
attempt(() => new DataView(1));
attempt(() => DataView(1));
attempt(() => new DataView(buffer, 17));
attempt(() => new DataView(buffer, -1));
attempt(() => new DataView(buffer, 2, 15));
attempt(() => new DataView(buffer, 2, -4));
attempt(() => view.getInt8(16));
attempt(() => view.getInt16(15));
attempt(() => view.getInt8(-1));
attempt(() => view.getInt8(Infinity));
attempt(() => view.getInt8());
attempt(() => view.setFloat64(9));
attempt(() => view.setInt8());
attempt(() => view.setBigInt64(0, 1));
attempt(() => view.setInt8(0, 1n));
attempt(() => view.getInt8(Symbol()));
attempt(() => DataView.prototype.getInt8.call({}));
attempt(() => DataView.prototype.setBigUint64.call(bytes, 0));
attempt(() => DataView.prototype.byteLength);
attempt(() => Object.getOwnPropertyDescriptor(DataView.prototype, 'buffer').get.call(1));
buffer.transfer();
attempt(() => view.getInt8(0));
attempt(() => view.setInt8(0, 0));
attempt(() => view.byteLength);
attempt(() => view.byteOffset);
attempt(() => view.buffer.detached);
attempt(() => new DataView(buffer));
attempt(() => view.getInt8(-1));
for (const bits of [0x7ff8000000000001n, 0xffffffffffffffffn, 0xfffe000000000000n]) {
  const raw = new DataView(new ArrayBuffer(8));
  raw.setBigUint64(0, bits);
  console.log(raw.getFloat64(0), [raw.getFloat64(0)], raw.getFloat32(0), raw.getFloat16(0), raw.getBigUint64(0) === bits);
}
