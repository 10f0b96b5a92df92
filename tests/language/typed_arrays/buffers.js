// Buffers that change: detached, resized, grown, moved; and the views that see it.
const attempt = (action) => {
  try {
    console.log(action());
  } catch (error) {
    console.log(`${error.name}: ${error.message}`);
  }
};
{
  const buffer = new ArrayBuffer(8, {maxByteLength: 16});
  const tracking = new Uint8Array(buffer);
  const tail = new Uint16Array(buffer, 4);
  const fixed = new Uint8Array(buffer, 4, 4);
  const view = new DataView(buffer, 2);
  const narrow = new DataView(buffer, 2, 6);
  const show = () => {
    const of = (v) => {
      try {
        return `${v.byteLength}@${v.byteOffset}`;
      } catch (error) {
        return error.message;
      }
    };
    console.log(buffer.byteLength, tracking.length, tail.length, fixed.length, [tracking, tail, fixed, view, narrow].map(of).join('; '));
  };
  show();
  for (let i = 0; i < 8; i++) tracking[i] = i + 1;
  for (const size of [16, 15, 10, 8, 7, 5, 4, 3, 0, 16]) {
    buffer.resize(size);
    show();
  }
  console.log(tracking, fixed[0], tail[0], tracking[15], tracking[16]);
  console.log(buffer.resizable, buffer.maxByteLength, new ArrayBuffer(4).resizable, new ArrayBuffer(4).maxByteLength);
  attempt(() => buffer.resize(17));
  attempt(() => buffer.resize(-1));
  attempt(() => new ArrayBuffer(1).resize(2));
  attempt(() => Object.preventExtensions(tracking));
  attempt(() => Object.freeze(new Uint8Array(new ArrayBuffer(0, {maxByteLength: 1}))));
  buffer.resize(3);
  attempt(() => fixed.fill(0));
  attempt(() => narrow.getInt8(0));
  attempt(() => view.getInt8(0));
  attempt(() => view.getInt8(1));
  attempt(() => new Uint16Array(buffer, 4));
}
{
  const buffer = new ArrayBuffer(8);
  const a = new Uint8Array(buffer);
  const b = new Float64Array(buffer);
  a[0] = 200;
  const moved = buffer.transfer();
  console.log(buffer.detached, buffer.byteLength, a.length, a[0], a.byteOffset, b.length, b[0], 0 in a, Object.keys(a), moved.byteLength, new Uint8Array(moved)[0]);
  a[0] = 1;
  console.log(a, buffer, new Uint8Array(moved.transfer(12)), moved.detached);
  attempt(() => buffer.slice());
  attempt(() => buffer.transfer());
  attempt(() => buffer.resize(1));
  console.log(buffer.maxByteLength, buffer.resizable);
}
{
  const source = new ArrayBuffer(4, {maxByteLength: 12});
  new Uint8Array(source).set([1, 2, 3, 4]);
  const kept = source.transfer(6);
  console.log(kept.resizable, kept.maxByteLength, kept);
  kept.resize(12);
  console.log(new Uint8Array(kept));
  const fixed = kept.transferToFixedLength();
  console.log(fixed.resizable, fixed.byteLength, fixed.maxByteLength);
  console.log(fixed.transfer(2), new ArrayBuffer(3).transfer(0).byteLength);
  attempt(() => new ArrayBuffer(8, {maxByteLength: 16}).transfer(20));
  attempt(() => new ArrayBuffer(8, {maxByteLength: 16}).transfer(-1));
  const again = new ArrayBuffer(8, {maxByteLength: 16});
  new Uint8Array(again).fill(9);
  again.resize(4);
  const regrown = again.transfer(8);
  console.log(regrown, new Uint8Array(new Uint8Array([1, 2, 3]).buffer.transfer(8)));
}
{
  const shared = new SharedArrayBuffer(4, {maxByteLength: 16});
  const tracking = new Uint8Array(shared);
  const fixed = new Uint8Array(shared, 0, 4);
  const sum = (array) => {
    let total = 0;
    for (let i = 0; i < array.length; i++) total += array[i];
    return total;
  };
  tracking.fill(1);
  console.log(sum(tracking), shared.growable, shared.maxByteLength);
  shared.grow(10);
  tracking[9] = 5;
  console.log(tracking.length, fixed.length, sum(tracking), sum(fixed), tracking[9], tracking[10], shared.byteLength, shared);
  attempt(() => shared.grow(9));
  attempt(() => shared.grow(17));
  attempt(() => new SharedArrayBuffer(2).grow(1));
  console.log(new SharedArrayBuffer(2).growable, Object.prototype.toString.call(shared));
}
// Methods during which the buffer changes under them.
{
  const make = () => {
    const buffer = new ArrayBuffer(8, {maxByteLength: 16});
    return new Uint8Array(buffer).map((_, i) => i), new Uint8Array(buffer);
  };
  const shrink = (view, size, result = 0) => ({valueOf() { view.buffer.resize(size); return result; }});
  const grown = make();
  console.log(grown.map((x, i) => { if (i === 0) grown.buffer.resize(16); return i; }).length);
  const cut = make();
  cut.fill(3);
  console.log(cut.map((x, i) => { if (i === 2) cut.buffer.resize(4); return x === undefined ? 77 : x; }));
  const filled = make();
  console.log(filled.fill(1, shrink(filled, 4)).length);
  const copied = make();
  copied.set([1, 2, 3, 4, 5, 6, 7, 8]);
  console.log(copied.copyWithin(shrink(copied, 5, 2), 0));
  const looked = make();
  console.log(looked.includes(undefined, shrink(looked, 4)), looked.indexOf(undefined), looked.lastIndexOf(0, shrink(looked, 2, 7)));
  const replaced = make();
  attempt(() => replaced.with(6, shrink(replaced, 4)));
  attempt(() => replaced.with(1, shrink(replaced, 2, 9)));
  const sorted = make();
  sorted.set([5, 4, 3, 2, 1]);
  sorted.sort((x, y) => { sorted.buffer.resize(4); return x - y; });
  console.log(sorted);
  const joined = make();
  console.log(joined.join({toString() { joined.buffer.resize(2); return '-'; }}));
  const sliced = make();
  console.log(sliced.slice(0, shrink(sliced, 3, 6)));
  const walked = make();
  const seen = [];
  for (const x of walked) {
    seen.push(x);
    if (seen.length === 2) walked.buffer.resize(4);
  }
  console.log(seen);
}
// Species of buffers.
attempt(() => {
  class Odd extends ArrayBuffer {
    static get [Symbol.species]() {
      return Array;
    }
  }
  return new Odd(2).slice();
});
attempt(() => {
  class Small extends ArrayBuffer {
    static get [Symbol.species]() {
      return function () { return new ArrayBuffer(0); };
    }
  }
  return new Small(2).slice();
});
attempt(() => {
  let same;
  class Same extends ArrayBuffer {
    static get [Symbol.species]() {
      return function () { return same; };
    }
  }
  same = new Same(2);
  return same.slice();
});
// Many views of one buffer, most of them dead, and buffers that come and go.
{
  const buffer = new ArrayBuffer(64, {maxByteLength: 128});
  const kept = [];
  for (let i = 0; i < 20000; i++) {
    const view = new Uint8Array(buffer, i % 64);
    if (i % 1000 === 0) kept.push(view);
  }
  buffer.resize(100);
  console.log(kept.map((view) => view.length).join());
  buffer.transfer();
  console.log(kept.every((view) => view.length === 0));
  let total = 0;
  for (let i = 0; i < 3000; i++) total += new Float64Array(10000).length;
  console.log(total);
}
