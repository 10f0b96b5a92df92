// `caller` and `arguments` of functions.
function sloppy() {}
function strict() {
  'use strict';
}
console.log(typeof sloppy, sloppy.caller, sloppy.arguments, Object.getOwnPropertyNames(sloppy).join());
console.log(Object.getOwnPropertyDescriptor(sloppy, 'caller'));
for (const value of [strict, () => 0, { method() {} }.method, class {}, function* () {}, async () => 0, sloppy.bind()]) {
  try {
    console.log(value.arguments);
  } catch (error) {
    console.log(Object.getOwnPropertyNames(value).join(), String(error));
  }
}
const { get, set, enumerable, configurable } = Object.getOwnPropertyDescriptor(Function.prototype, 'caller');
console.log(get === set, enumerable, configurable, get.name === '', Object.isFrozen(get), get.length);
console.log(get === Object.getOwnPropertyDescriptor(Function.prototype, 'arguments').get);
(function () {
  'use strict';
  console.log(get === Object.getOwnPropertyDescriptor(arguments, 'callee').get);
})();
