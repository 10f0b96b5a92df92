// Code that looks as if it saw numbers, arrays and plain properties only, and then sees other things,
// in the middle of loops and expressions. Each thing must happen once, in order.
const log = [];
const note = (what, value) => (log.push(what), value);
const flush = (title) => {
  console.log(title + ":", log.join(" "));
  log.length = 0;
};

function polynomial(x, y, z) {
  return x * x + y * x - z / 2;
}
const numberLike = (n) => ({ valueOf: () => note("v" + n, n) });
console.log(polynomial(1, 2, 3), polynomial("4", 2, 3), polynomial(1, null, undefined), polynomial(true, [2], "x"));
console.log(polynomial(numberLike(2), numberLike(3), numberLike(4)));
flush("valueOf");
for (const bad of [1n, Symbol.iterator]) {
  try {
    polynomial(2, bad, 1);
  } catch (error) {
    console.log(error.message);
  }
}
function power(base) {
  let result = base;
  for (let i = 0; i < 5; i++) result = result * base;
  return result;
}
console.log(power(3), power(3n), power("3"), power(-0), power(NaN));

function sumFields(objects) {
  let sum = 0;
  for (let i = 0; i < objects.length; i++) {
    const o = objects[i];
    sum += o.a * 2 + o.b;
    o.a = sum;
  }
  return sum;
}
const plain = () => ({ a: 1, b: 2 });
console.log(sumFields([plain(), plain(), plain()]));
console.log(sumFields([plain(), { b: 3, a: 4 }, plain(), { a: "5", b: 6 }, plain()]));
console.log(sumFields([plain(), { a: 1, get b() { return note("get", 7); } }, plain()]));
console.log(sumFields([plain(), { b: 1, get a() { return note("get", 7); }, set a(v) { note("set" + v); } }, plain()]));
console.log(sumFields([plain(), Object.create({ a: 1, b: 1 }), plain(), { b: 2 }, plain()]));
console.log(sumFields([plain(), new Proxy(plain(), {}), "text", 5, plain()]));
flush("accessors");
try {
  sumFields([plain(), null]);
} catch (error) {
  console.log(error.message);
}
try {
  (function () {
    "use strict";
    const frozen = Object.freeze([Object.freeze(plain())]);
    for (let i = 0; i < 1; i++) frozen[i].a = frozen[i].a + 1;
  })();
} catch (error) {
  console.log(error.message);
}

function sumElements(array, from, to) {
  let sum = 0;
  for (let i = from; i < to; i++) sum += array[i] * 1;
  return sum;
}
console.log(sumElements([1, 2, 3], 0, 3), sumElements([1, 2, 3], 0, 5), sumElements([1, , 3], 0, 3));
console.log(sumElements([1, 2, 3], -1, 3), sumElements("123", 0, 3), sumElements({ 0: 5, 1: 6 }, 0, 2));
console.log(sumElements([1, 2, 3], 0.5, 3), sumElements([1, 2, 3], "0", "3"), sumElements([1, "2", { valueOf: () => 3 }], 0, 3));
Array.prototype[1] = 100;
console.log(sumElements([1, , 3], 0, 3));
delete Array.prototype[1];

function fill(array, count, value) {
  for (let i = 0; i < count; i++) array[i] = value(i);
  return array;
}
console.log(fill([], 5, (i) => i * 2).join(), fill([1, 2, 3], 5, (i) => (i === 3 ? "x" : i)).join());
console.log(fill([1.5, 2.5], 4, (i) => (i === 1 ? undefined : i)), fill(Object.freeze([1, 2]), 3, (i) => i));
const shrinking = [1, 2, 3, 4];
console.log(fill(shrinking, 4, (i) => (i === 1 && (shrinking.length = 1), i)));
console.log(fill({ length: 1 }, 3, (i) => i));

function change(array, object) {
  let total = 0;
  for (let round = 0; round < 12; round++) {
    for (let i = 0; i < array.length; i++) {
      total += array[i] + object.step * 1;
      if (round === 3 && i === 1) array[i] = "s";
      if (round === 4 && i === 1) array[i] = 2;
      if (round === 5) object.step = "7";
      if (round === 6) object.step = 1;
      if (round === 7 && i === 0) delete object.step;
      if (round === 8 && i === 0) object.step = 3;
      if (round === 9 && i === 2) array.push(10);
      if (round === 10 && i === 0) Object.defineProperty(object, "step", { get: () => note("step", 4) });
    }
    if (typeof total === "string") total = total.length;
    if (total !== total) total = 1000 + round;
  }
  return total;
}
console.log(change([1, 2, 3], { step: 5 }));
flush("changes");

function count(from, step, rounds) {
  let i = from;
  let n = 0;
  while (n < rounds) {
    i = i + step;
    n++;
  }
  return i;
}
console.log(count(2147483640, 1, 20), count(-2147483640, -1, 20), count(0, 0.5, 3), Object.is(count(-0, -0, 3), -0));
console.log(count("a", "b", 3), count(1, "b", 3), count(5n, 2n, 4), count(0, 1, "7"));
function upTo(limit) {
  let last = 0;
  for (let i = 2147483600; i < limit; i++) last = i;
  return last;
}
console.log(upTo(2147483610), upTo(2147483660), upTo(2147483605.5), upTo("2147483609"), upTo(NaN), upTo(undefined));

let shared = 1;
function captured(rounds) {
  let inner = 0;
  const bump = (by) => (inner += by);
  for (let i = 0; i < rounds; i++) {
    if (i === 5) shared = "1";
    if (i === 6) inner = "t" + inner;
    if (i === 7) inner = shared = 3;
    bump(shared * 2);
    inner = inner - -1;
  }
  return [inner, shared];
}
console.log(captured(5), captured(7), captured(10));

function jumps(rows) {
  let sum = 0;
  outer: for (let y = 0; y < rows.length; y++) {
    const row = rows[y];
    for (let x = 0; x < row.length; x++) {
      const cell = row[x];
      if (cell === "skip") continue outer;
      if (cell === "stop") break outer;
      switch (cell) {
        case 1:
          sum += cell;
        case 2:
          sum += cell * 2;
          break;
        default:
          sum = sum * cell - x;
      }
    }
    sum++;
  }
  return sum;
}
console.log(jumps([[1, 2, 3], [2, 2], [5, 4, 3]]), jumps([[1, "skip", 3], ["4", 2], [1, "stop"], [3]]), jumps([[1], "23", [[2]]]));

function gcd(a, b) {
  return b === 0 ? a : gcd(b, a % b);
}
console.log(gcd(1071, 462), gcd("1071", 462), gcd(1071.5, 462), Object.is(gcd(-0, 0), -0));
class Vector {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
  add(other) {
    return new Vector(this.x + other.x * 1, this.y + other.y * 1);
  }
  get length() {
    return Math.sqrt(this.x * this.x + this.y * this.y);
  }
}
let vector = new Vector(0, 0);
for (let i = 0; i < 10; i++) vector = vector.add(i === 5 ? { x: "1", y: 2n === 2n ? 1 : 0 } : new Vector(i, 1));
console.log(vector.x, vector.y, vector.length.toFixed(3));
