// Atomics on one thread.
const attempt = (action) => {
  try {
    console.log(action());
  } catch (error) {
    console.log(`${error.name}: ${error.message}`);
  }
};
for (const type of [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array]) {
  const a = new type([10, 20, 255, -1]);
  console.log(type.name, Atomics.add(a, 0, 300), Atomics.sub(a, 1, 30), Atomics.and(a, 2, 0x0f), Atomics.or(a, 2, 0xf0), Atomics.xor(a, 3, 1),
    Atomics.exchange(a, 0, -7), Atomics.compareExchange(a, 0, -7, 5), Atomics.compareExchange(a, 0, 99, 6), Atomics.load(a, 0), Atomics.store(a, 1, 3.9), a);
}
const big = new BigInt64Array(2);
console.log(Atomics.add(big, 0, 5n), Atomics.sub(big, 0, 7n), Atomics.load(big, 0), Atomics.store(big, 1, 2n ** 64n + 1n), big);
console.log(Atomics.store(new Int8Array(1), 0, -0), Object.is(Atomics.store(new Int8Array(1), 0, -0), 0), [1, 2, 3, 4, 8, 16].map(Atomics.isLockFree));
console.log(Atomics, Object.getOwnPropertyNames(Atomics).join(), Atomics.pause(), Atomics.pause(3));
attempt(() => Atomics.add(1, 0, 0));
attempt(() => Atomics.add([], 0, 0));
attempt(() => Atomics.add(new Float64Array(1), 0, 0));
attempt(() => Atomics.add(new Uint8ClampedArray(1), 0, 0));
attempt(() => Atomics.add(new Int8Array(1), 2, 0));
attempt(() => Atomics.add(new Int8Array(1), -1, 0));
attempt(() => Atomics.load(new Int8Array(1), 0.5));
attempt(() => Atomics.add(new Int8Array(1), 0, 1n));
attempt(() => Atomics.add(big, 0, 1));
attempt(() => Atomics.pause(1.5));
attempt(() => Atomics.pause('1'));
attempt(() => Atomics.wait(new Int32Array(1), 0, 0));
attempt(() => Atomics.wait(new Int16Array(1), 0, 0));
attempt(() => Atomics.waitAsync(new Int32Array(1), 0, 0));
attempt(() => Atomics.notify(new Int32Array(1), 0, -1));
attempt(() => Atomics.notify(new Float64Array(1), 0, 1));
attempt(() => Atomics.notify(new Int32Array(1), 5));
attempt(() => {
  const a = new Int32Array(1);
  a.buffer.transfer();
  return Atomics.add(a, 0, 0);
});
const shared = new Int32Array(new SharedArrayBuffer(16));
const sharedBig = new BigInt64Array(shared.buffer);
attempt(() => Atomics.wait(shared, 0, 0, 5));
attempt(() => Atomics.wait(shared, 0, 1, 5));
attempt(() => Atomics.wait(sharedBig, 1, 0n, 0));
attempt(() => Atomics.wait(sharedBig, 1, 1n, 0));
attempt(() => Atomics.wait(sharedBig, 0, 0));
attempt(() => Atomics.waitAsync(shared, 0, 1));
attempt(() => Atomics.waitAsync(shared, 0, 0, 0));

const log = (name) => (value) => console.log(name, value);
const first = Atomics.waitAsync(shared, 0, 0);
console.log(first);
first.value.then(log('first'));
Atomics.waitAsync(shared, 0, 0, 10000).value.then(log('second'));
Atomics.waitAsync(shared, 1, 0).value.then(log('elsewhere'));
Atomics.waitAsync(sharedBig, 1, 0n).value.then(log('big'));
const late = Atomics.waitAsync(shared, 3, 0, 20);
late.value.then(log('late'));
console.log(Atomics.notify(shared, 0, 1), Atomics.notify(shared, 2), Atomics.notify(shared, 0, 0));
Promise.resolve().then(() => console.log('job'));
setTimeout(() => {
  console.log('timer', Atomics.notify(shared, 0), Atomics.notify(shared, 0), Atomics.notify(shared, 1));
}, 5);
setTimeout(() => console.log('last'), 60);
