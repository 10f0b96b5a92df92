// Typed arrays: element access in loops, fill, set, slice, copyWithin, indexOf, map, reduce, views of one buffer.
const size = 1 << 20;
const doubles = new Float64Array(size);
for (let i = 0; i < size; i++) doubles[i] = (i * 7919) % 1000003;
let sum = 0;
for (let round = 0; round < 6; round++) for (let i = 0; i < doubles.length; i++) sum += doubles[i] * 0.5;
console.log('doubles', sum);

const bytes = new Uint8Array(size);
for (let i = 0; i < size; i++) bytes[i] = i * 13;
const counts = new Uint32Array(256);
for (let round = 0; round < 6; round++) for (let i = 0; i < bytes.length; i++) counts[bytes[i]]++;
console.log('counts', counts[0], counts[255]);

const copy = new Uint8Array(size);
let moved = 0;
for (let i = 0; i < 60; i++) {
  copy.set(bytes);
  copy.copyWithin(1000, 0, size - 1000);
  copy.fill(i, 10, 500);
  moved += copy[999] + copy[5000] + copy.subarray(7, 20).length + copy.slice(100, 90000).length;
}
console.log('moved', moved);

console.log('map', doubles.map((x) => x * 2 + 1).reduce((a, b) => a + b, 0));
console.log('filter', doubles.filter((x) => x > 500000).length, doubles.findIndex((x) => x === -1));
let found = 0;
for (let i = 0; i < 60; i++) found += doubles.indexOf(-i - 1) + bytes.lastIndexOf(255) + (bytes.includes(256) ? 1 : 0);
console.log('found', found);

const view = new DataView(bytes.buffer);
let read = 0;
for (let i = 0; i + 8 <= size; i += 5) {
  read += view.getInt16(i, true) + view.getUint32(i) / 65536;
  view.setFloat32(i, read % 1000, true);
}
console.log('view', Math.round(read), bytes[12345]);

const pixels = new Uint8ClampedArray(512 * 512 * 4);
for (let round = 0; round < 4; round++) {
  for (let i = 0; i < pixels.length; i += 4) {
    pixels[i] = pixels[i] * 0.9 + 30;
    pixels[i + 1] = pixels[i + 1] + 90;
    pixels[i + 2] = (i >> 4) - 100;
    pixels[i + 3] = 255;
  }
}
let light = 0;
for (let i = 0; i < pixels.length; i++) light += pixels[i];
console.log('pixels', light);
