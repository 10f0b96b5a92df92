// Calls that are likely to be of built-in functions, until they are of others: the functions that stand
// there instead, arguments that are no numbers, receivers that are no strings or arrays.
const log = [];
const note = (what, value) => (log.push(what), value);
const show = (title, ...values) => {
  console.log(title, ...values, log.join(" "));
  log.length = 0;
};

function lengths(points, count) {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const p = points[i];
    sum += Math.sqrt(p.x * p.x + p.y * p.y) + Math.abs(p.x) + Math.floor(p.y) - Math.ceil(p.x);
    sum += Math.max(p.x, p.y) * Math.min(p.x, p.y) + Math.trunc(p.y) + Math.round(p.x);
  }
  return sum;
}
const points = [{ x: 3, y: 4 }, { x: -1.5, y: 2.5 }, { x: 0.5, y: -0.5 }];
show("numbers", lengths(points, 3));
show("objects", lengths([{ x: { valueOf: () => note("x", 3) }, y: 4 }, points[1], { x: "6", y: [8] }], 3));
const sqrt = Math.sqrt;
Math.sqrt = (v) => note("sqrt" + v, 1);
show("replaced", lengths(points, 3));
Math.sqrt = sqrt;
show("again", lengths(points, 3));
try {
  Math.floor = 5;
  lengths(points, 3);
} catch (error) {
  show("no function", error.name);
}
Math.floor = Math.trunc;
show("another of them", lengths(points, 3));
Object.defineProperty(Math, "max", { get() { return note("get", (a, b) => a + b); }, configurable: true });
show("getter", lengths(points, 2));

function special(values) {
  const results = [];
  for (let i = 0; i < values.length; i++) {
    for (let k = 0; k < values.length; k++) {
      const a = values[i], b = values[k];
      results.push(Object.is(Math.min(a, b), -0) ? "-0" : Math.min(a, b), Math.imul(a, b));
    }
    const v = values[i];
    results.push(Math.round(v), Math.trunc(v), Math.ceil(v), Math.abs(v), 1 / Math.round(v), Math.sqrt(v));
  }
  return results.join();
}
show("edges", special([0, -0, NaN, Infinity, -Infinity, 0.49999999999999994, -0.5, 2.5, 4294967295, 2 ** 53 + 2]));
show("mixed", special([1, "2", null, undefined, true]));

function shadowed(Math, n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.sqrt(i) * 2;
  return sum;
}
show("another Math", shadowed({ sqrt: (v) => v * v }, 4), shadowed(Math, 4));

function hash(text) {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0;
  return sum;
}
let rope = "";
for (let i = 0; i < 50; i++) rope += "part " + i;
show("strings", hash("plain"), hash("ünïcödé \u{1f600}"), hash(rope), hash(rope.slice(7, 60)), hash(""));
show("no strings", hash({ length: 2, charCodeAt: (i) => note("c" + i, i) }), hash(new String("boxed")));
function at(text, index) {
  let last = 0;
  for (let i = 0; i < 3; i++) last = text.charCodeAt(index);
  return last;
}
show("indices", at("abc", -1), at("abc", 1.7), at("abc", "2"), at("abc", 3), at("abc", NaN), at("abc", 2 ** 32));

function collect(array, values) {
  let last = 0;
  for (let i = 0; i < values.length; i++) last = array.push(values[i]);
  return [last, array];
}
show("push", collect([], [1, 2.5, 3]), collect([], [1, "two", 3, undefined]), collect(["a"], [true, {}]));
show("holes", collect([1, , 3], [4, 5]), collect(new Array(3), [1]), collect([1, 2, 3], []));
for (const array of [Object.freeze([1]), Object.seal([1]), Object.preventExtensions([1]),
                     Object.defineProperty([1], "length", { writable: false })]) {
  try {
    collect(array, [2, 3]);
  } catch (error) {
    show("fixed", error.name, array);
  }
}
class Stack extends Array {
  push(value) {
    note("push" + value);
    return super.push(value);
  }
}
show("override", collect(new Stack(), [1, 2]));
class Plain extends Array {}
show("subclass", collect(new Plain(), [1, 2]));
show("array-like", collect({ length: 1, push: Array.prototype.push }, [7, 8]));
show("proxy", collect(new Proxy([], { set: (t, k, v) => note(k, Reflect.set(t, k, v)) }), [7]));
const guarded = [];
Object.defineProperty(Array.prototype, 2, { set(v) { note("set" + v); }, configurable: true });
const result = collect(guarded, [1, 2, 3, 4]);
delete Array.prototype[2];
show("setter on the prototype", result);
show("without", collect([], [1, 2, 3, 4]));
function growWhileReading(array) {
  let sum = 0;
  for (let i = 0; i < array.length && i < 20; i++) {
    sum += array[i];
    if (i % 2 === 0) array.push(i);
  }
  return [sum, array];
}
show("grows", growWhileReading([1, 2, 3]), growWhileReading(["a", "b"]));
const push = Array.prototype.push;
Array.prototype.push = function (value) {
  return push.call(this, value * 2);
};
show("replaced", collect([], [1, 2, 3]));
Array.prototype.push = push;
