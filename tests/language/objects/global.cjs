// What Node calls the global object.
console.log(global === globalThis, typeof global.console.log, typeof global.process.exit);
const descriptor = Object.getOwnPropertyDescriptor(globalThis, 'global');
console.log(descriptor.value === globalThis, descriptor.writable, descriptor.enumerable, descriptor.configurable);
console.log(Object.keys(globalThis)[0], 'global' in globalThis);
console.log(String(globalThis), Object.getOwnPropertyDescriptor(globalThis, Symbol.toStringTag));
global.shared = 3;
console.log(shared, delete global.shared, typeof shared);
try {
  JSON.stringify(globalThis);
} catch (error) {
  console.log(error.name, error.message.split('\n')[0]);
}
for (const name of ['console', 'setTimeout', 'queueMicrotask']) {
  const { enumerable, configurable, writable } = Object.getOwnPropertyDescriptor(globalThis, name);
  console.log(name, enumerable, configurable, writable);
}
(function () {
  console.log(this === global);
})();
