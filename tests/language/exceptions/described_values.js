// How values stand in the messages of errors, and that nothing of the program runs for it.
'use strict';
function message(run) {
  try {
    return run();
  } catch (error) {
    return error.message;
  }
}
const ran = [];
function cannotWrite(target) {
  Object.defineProperty(target, 'p', { value: 1 });
  return message(() => { target.p = 2; });
}

// Functions stand there with their text, of which the middle of a long one is missing.
function short(a, b) { return a + b; }
console.log(message(() => { short.length = 3; }));
console.log(message(() => { (class Named { static m() {} }).prototype = 3; }));
const makers = {
  127: () => {/*xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx*/},
  128: () => {/*xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx*/},
  129: () => {/*xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx*/},
  130: () => {/*xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx*/},
  300: () => {/*xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx*/},
};
for (const size of [127, 128, 129, 130, 300]) {
  const text = message(() => { makers[size].length = 1; });
  console.log(size, text.length, text.slice(-40));
}
console.log(message(() => { Math.max.length = 3; }), message(() => { short.bind(1).name = 3; }));
console.log(message(() => delete short.prototype));
console.log(message(() => null[short]), message(() => { undefined[short] = 1; }));

// Objects by their constructor, or by what Object.prototype.toString would say.
class Animal {}
class Loud { toString() { ran.push('toString'); return 'loud'; } }
const objects = [
  {}, [], new Animal(), new Loud(), new (class extends Array {})(), new (class Own extends Map {})(), new Uint8Array(1), new Set(),
  new Date(0), /x/g, Promise.resolve(), new ArrayBuffer(1), Object.create(null), Object.create(short), Math, [][Symbol.iterator](),
  (function* () {})(), (function () { return arguments; })(1), new String('abc'), Object(Symbol('q')), Object(5n),
  { get toString() { ran.push('get toString'); return 1; } }, { get constructor() { ran.push('get constructor'); return Map; } },
  { [Symbol.toStringTag]: 'Tagged' }, { [Symbol.toStringTag]: 'Tagged', toString: 1 },
  { get [Symbol.toStringTag]() { ran.push('get tag'); return 'Tagged'; }, toString: 1 },
  { constructor: function made() {} }, { constructor: short.bind() }, { constructor: Object.defineProperty(function made() {}, 'name', { value: 'other' }) },
  new Proxy(new Animal(), {}), new Proxy(short, {}), new Proxy([], {}),
];
for (const object of objects) console.log(cannotWrite(object));

// Errors by their text.
const named = (properties) => Object.assign(new Error('m'), properties);
for (const error of [new Error('m'), new TypeError(), Object.create(Error.prototype), named({ name: 'N' }), named({ name: '' }), named({ name: 5, message: {} })]) {
  console.log(cannotWrite(error));
}

// Keys that were not converted.
for (const key of [{}, [], new Animal(), new Loud(), new Error('m'), Symbol('s'), 5n, 1.5, 'text']) console.log(message(() => null[key]));

// The property may be one of the prototypes of a primitive.
for (const value of [5, 'abc', Symbol('q'), true, 7n]) {
  console.log(message(() => { value.x = 1; }), '|', message(() => { value.length = 1; }), '|', message(() => { value[0] = 1; }), '|', message(() => { value.description = 1; }));
}

// `super.x = …` looks on the home object's prototype and writes to `this`.
const methods = {
  __proto__: Object.freeze({ fixed: 1, get computed() { return 1; } }),
  missing() { super.missing = 1; },
  fixed() { super.fixed = 1; },
  computed() { super.computed = 1; },
};
for (const receiver of [5, 'abc', Symbol('q'), null, undefined, () => 1, Object.freeze({})]) {
  for (const name of ['missing', 'fixed', 'computed']) console.log(name, message(() => methods[name].call(receiver)));
}

for (const descriptor of ['abc', { get: {} }, { set: 'abc' }, { get: short, value: 1 }]) console.log(message(() => Object.defineProperty({}, 'x', descriptor)));
const bare = [];
bare[Symbol.iterator] = undefined;
for (const values of [{}, short, bare, 5]) console.log(message(() => new Map(values)), '|', message(() => new Set(values)));
for (const cycle of [new Animal(), Object.create(null), [], new Error('m')]) {
  cycle[0] = cycle;
  console.log(message(() => JSON.stringify(cycle)));
}
console.log(ran.join() || 'nothing ran');
