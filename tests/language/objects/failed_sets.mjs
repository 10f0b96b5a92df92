// What a failed assignment says, and that it asks nobody else for it.
import * as self from './failed_sets.mjs';
export let exported = 1;
function caught(run) {
  try {
    return run();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}
console.log(caught(() => { self.exported = 2; }), caught(() => { self.other = 2; }));
console.log(caught(() => { self[Symbol.toStringTag] = 2; }));

const log = [];
const asked = (name) => (...list) => { log.push(name); return Reflect[name](...list); };
const traps = { set: () => false, getOwnPropertyDescriptor: asked('getOwnPropertyDescriptor'), getPrototypeOf: asked('getPrototypeOf'), isExtensible: asked('isExtensible') };
const proxy = new Proxy({}, traps);
console.log(caught(() => { proxy.x = 1; }), log.join());
console.log(caught(() => { Object.create(proxy).x = 1; }), log.join());
console.log(caught(() => { Object.freeze([1])[0] = 2; }), caught(() => { Object.freeze({ a: 1 }).a = 2; }), caught(() => { Object.preventExtensions({}).a = 2; }));
console.log(caught(() => { ({ get a() { return 1; } }).a = 2; }));
