// DisposableStack and AsyncDisposableStack.
const log = (...values) => console.log(...values);
const resource = (name, fails) => ({
  [Symbol.dispose]() {
    log('dispose', name);
    if (fails) throw new Error(name);
  },
  async [Symbol.asyncDispose]() {
    log('dispose async', name);
    await null;
    log('disposed async', name);
    if (fails) throw new Error(name);
  },
});

const stack = new DisposableStack();
const first = resource('first');
log(stack.use(first) === first, stack.use(null), stack.adopt(5, (value) => log('adopted', value)), stack.disposed);
stack.defer(() => log('deferred'));
const moved = stack.move();
log(stack.disposed, moved.disposed, moved instanceof DisposableStack);
moved.dispose();
log(moved.dispose(), moved.disposed);
for (const wrong of [() => moved.use(null), () => moved.adopt(1, () => 0), () => moved.defer(() => 0),
  () => moved.move(), () => DisposableStack(), () => new DisposableStack().use({}), () => new DisposableStack().use(1),
  () => new DisposableStack().adopt(1, 2), () => new DisposableStack().defer(),
  () => new DisposableStack().use({ [Symbol.dispose]: 1 }), () => DisposableStack.prototype.dispose.call({})]) {
  try {
    wrong();
  } catch (error) {
    log(String(error));
  }
}
log(DisposableStack.prototype[Symbol.dispose] === DisposableStack.prototype.dispose,
  AsyncDisposableStack.prototype[Symbol.asyncDispose].name, String(new DisposableStack()));

try {
  using failing = new DisposableStack();
  failing.use(resource('a', true));
  failing.use(resource('b'));
  failing.use(resource('c', true));
  throw new Error('body');
} catch (error) {
  log(error.name, error.message, error.suppressed.message, error.error.name, error.error.error.message,
    error.error.suppressed.message);
}

const later = new AsyncDisposableStack();
later.use(resource('x'));
later.use({ [Symbol.dispose]: () => log('a synchronous one') });
later.use(null);
later.adopt(7, async (value) => { await null; log('adopted', value); });
later.defer(() => log('deferred'));
const promise = later.disposeAsync();
log('waiting', later.disposed);
log(await promise, await later.disposeAsync());
const failing = new AsyncDisposableStack();
failing.use(resource('p', true));
failing.use(resource('q', true));
await failing.disposeAsync().catch((error) => log(error.name, error.error.message, error.suppressed.message));
await AsyncDisposableStack.prototype.disposeAsync.call(1).catch((error) => log(String(error)));
{
  await using nested = new AsyncDisposableStack();
  nested.use(resource('nested'));
}
for (const value of [1, {}, { [Symbol.dispose]: 1 }]) {
  try {
    using wrong = value;
  } catch (error) {
    log(String(error));
  }
}

// Async iterators dispose of themselves by `return`.
const events = [];
async function* counting() {
  try {
    yield 1;
    yield 2;
  } finally {
    events.push('closed');
  }
}
{
  await using counter = counting();
  events.push((await counter.next()).value);
}
const AsyncIteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf(counting.prototype));
const disposes = AsyncIteratorPrototype[Symbol.asyncDispose];
console.log(events.join(), disposes.name, disposes.length, await disposes.call({}), await disposes.call({ return: () => 7 }));
for (const iterator of [{ return() { throw new Error('thrown'); } }, { return: () => Promise.reject(new Error('rejected')) }, { return: 1 }, null])
  await disposes.call(iterator).catch((error) => console.log(error.name));
