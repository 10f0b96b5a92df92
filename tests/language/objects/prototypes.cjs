// Accessors from before Object.defineProperty, and the prototype that stays.
const get = function () { return 'got'; };
const set = function () {};
const object = { kept: 1 };
object.__defineGetter__('first', get);
object.__defineSetter__('second', set);
const first = Object.getOwnPropertyDescriptor(object, 'first');
const second = Object.getOwnPropertyDescriptor(object, 'second');
console.log(first.get === get, first.set, first.enumerable, first.configurable, object.first);
console.log(second.get, second.set === set, second.enumerable, second.configurable, object.second);
object.__defineSetter__('first', set);
console.log(object.__lookupGetter__('first') === get, object.__lookupSetter__('first') === set, object.__lookupGetter__('kept'));

function caught(run) {
  try {
    return String(run());
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}
console.log(caught(() => Object.setPrototypeOf(Object.prototype, {})), Reflect.setPrototypeOf(Object.prototype, {}));
console.log(caught(() => { Object.prototype.__proto__ = {}; }), Reflect.setPrototypeOf(Object.prototype, null));
console.log(caught(() => Object.setPrototypeOf(Object.prototype, null)));
console.log(caught(() => Object.setPrototypeOf(object, Object.create(object))), caught(() => Object.setPrototypeOf(Object.freeze({}), object)));
