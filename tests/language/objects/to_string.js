// Array.prototype.toString of what has no join: Object.prototype.toString, even when a program took that away.
function text(make) {
  try {
    return Array.prototype.toString.call(make());
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}
Object.prototype.toString = () => 'replaced';
console.log(text(() => ({ join: null })), text(() => (function () { return arguments; })()), text(() => new Error('e')), text(() => new Boolean()));
delete Object.prototype.toString;
console.log(text(() => new Date()), text(() => new Proxy(() => {}, {})), text(() => new Proxy(new Date(), {})), text(() => new Map()), text(() => ({ join: () => 'joined' })));
const list = [];
list.join = undefined;
console.log(text(() => new Proxy(list, {})), text(() => list), text(() => ({ [Symbol.toStringTag]: 'Tag' })), text(() => 7), text(() => null));
Object.defineProperty(Object.prototype, Symbol.toStringTag, { get() { throw new Error('tag'); } });
console.log(text(() => ({})));
