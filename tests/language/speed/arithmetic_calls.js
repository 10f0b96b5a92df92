// Small functions of numbers whose bodies take the place of their calls in loops: with numbers, and
// with everything else that an argument may turn out to be.
const log = [];

function entry(i, j) {
  return 1 / (((i + j) * (i + j + 1)) / 2 + i + 1);
}
function twice(x) {
  return x * 2;
}
function add(a, b) {
  return a + b;
}
function next(x) {
  return x + 1;
}
function whole(x) {
  return (x * 3) | 0;
}
function clamp(x, low, high) {
  if (x < low) return low;
  return x > high ? high : x;
}
function isEven(n) {
  return n % 2 === 0;
}
function negated(x) {
  return -x;
}
function withDefault(x, step = 10) {
  return x * step;
}
function ignores(a, b) {
  return b * 2;
}
function changes(x, y) {
  x++;
  y -= x;
  x = y * x;
  return x;
}
function powers(x, y) {
  return x ** y + (x % y) - (~x >>> 1);
}
function nothing(x) {
  x * 2;
}
function text(x) {
  return x < 3 ? "small" : typeof x;
}
function counts(x) {
  return x * arguments.length;
}
function own(x) {
  return x * (this === undefined ? 2 : 3);
}
function fibonacci(n) {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

function each(values, f) {
  const results = [];
  for (const value of values) {
    try {
      results.push(f(value));
    } catch (error) {
      results.push(error.constructor.name + ": " + error.message);
    }
  }
  return results;
}
function show(value) {
  if (Array.isArray(value)) return "[" + value.map(show).join(", ") + "]";
  if (typeof value === "bigint") return value + "n";
  if (typeof value === "string") return JSON.stringify(value);
  return Object.is(value, -0) ? "-0" : String(value);
}
const print = (name, value) => console.log(name, show(value));

// --- nested loops over arrays ---

function multiply(v, out) {
  const n = v.length;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += entry(i, j) * v[j];
    out[i] = sum;
  }
  return out;
}
print("doubles", multiply([1, 2.5, -0, NaN, 3].slice(0, 3), []));
print("with NaN", multiply([1, NaN, 3], []));
print("holes", multiply([1, , 3], []));
print("texts", multiply([1, "2", 3], []));
const strange = { valueOf() { log.push("valueOf"); return 4; } };
print("objects", multiply([1, strange, 3, strange, 5], [0, 0, 0, 0, 0]));
print("log", log.splice(0).length);
print("no numbers", each([[1n, 2n], [1, Symbol.iterator], [null, true]], (v) => multiply(v, [])));

// What is asked for in front of the loops changes while they run.
function shrinking(v) {
  const results = [];
  const odd = { valueOf() { v.length = 2; return 7; } };
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 4; j++) results.push(twice(i === 1 && j === 1 ? odd : v[j]) + entry(i, j));
  return results;
}
print("shrinking", shrinking([1, 2, 3, 4]));

// --- all that an argument may be ---

const anything = [
  0, -0, 1, -1, 1.5, NaN, Infinity, -Infinity, 2147483647, -2147483648, 4294967295, 1e300,
  "", "7", "x", true, false, null, undefined, 5n, [], [3], {}, Symbol("s"),
  { valueOf() { log.push("v"); return 6; } },
  { valueOf() { log.push("o"); return {}; }, toString() { log.push("s"); return "8"; } },
  { [Symbol.toPrimitive](hint) { log.push(hint); return 9; } },
  { valueOf() { throw new RangeError("mine"); } },
];
function over(f, rounds) {
  return each(anything, (value) => {
    let last;
    // The loop begins with numbers.
    for (let i = 0; i < rounds; i++) last = f(i === rounds - 1 ? value : i, i);
    return last;
  });
}
function loopOf(value, rounds) {
  const results = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < rounds; i++) {
    const x = i === rounds - 1 ? value : i;
    results[0] = twice(x);
    results[1] = next(x);
    results[2] = add(x, i);
    results[3] = whole(x);
    results[4] = clamp(x, -3, 3);
    results[5] = isEven(x);
    results[6] = negated(x);
    results[7] = changes(x, 2);
    results[8] = text(x);
  }
  return results;
}
print("each alone", [
  over((x) => twice(x), 4), over((x, i) => add(x, i), 4), over((x) => whole(x), 4),
  over((x, i) => clamp(x, i, 7), 4), over((x) => negated(x), 4),
]);
for (const value of anything) {
  let outcome;
  try {
    outcome = loopOf(value, 5);
  } catch (error) {
    outcome = error.constructor.name + ": " + error.message;
  }
  console.log("loop", show(outcome), log.splice(0).join());
}

// Each kind in turn, and numbers again behind it.
function mixed(values) {
  const results = [];
  for (let round = 0; round < 2; round++)
    for (let i = 0; i < values.length; i++) results.push(add(values[i], values[i]));
  return results;
}
print("mixed", mixed([1, 2, "a", 3, 4n, 5, null, 6]));

// --- fewer and more arguments ---

function counted(n) {
  const results = [];
  for (let i = 0; i < n; i++) {
    results.push(add(i), twice(), entry(i), clamp(i, 1), twice(i, log.push("more")));
    results.push(ignores("text", i), ignores(i), withDefault(i), withDefault(i, undefined));
    results.push(withDefault(i, 3), nothing(i), counts(i), counts(i, i), own(i), own.call(1, i));
    results.push(fibonacci(i), powers(i, 3), powers(i, -0.5));
  }
  return results;
}
print("counted", counted(4));
print("log", log.splice(0));

// --- where numbers end ---

function overflow(start) {
  let x = start;
  for (let i = 0; i < 6; i++) x = add(x, whole(x));
  return x;
}
print("overflow", [overflow(1), overflow(2147483647), overflow(-2147483648), overflow(0.1)]);
function indexed(values, start) {
  const results = [];
  for (let i = start; i < 4; i++) results.push(values[twice(i)], values[negated(i)], values[next(i)]);
  return results;
}
print("indexed", [indexed([1, 2, 3, 4, 5, 6, 7], 0), indexed([1, 2, 3], 0.5), indexed([1, 2], -2)]);
function signs() {
  const results = [];
  for (let i = -1; i < 2; i++) results.push(1 / negated(i), 1 / clamp(negated(i), -5, 5), 1 / twice(i));
  return results;
}
print("signs", signs());

// --- which function it is ---

function first(x) {
  return x * 2;
}
function switching(n) {
  const results = [];
  for (let i = 0; i < n; i++) {
    results.push(first(i));
    if (i === 1) first = (x) => x * 100;
  }
  return results;
}
print("reassigned", switching(4));

function early(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += later(i);
  return sum;
}
print("too early", each([0, 3], early));
const later = (x) => x * 5;
print("in time", each([0, 3], early));

function inner(n) {
  const scale = (x) => x * 3;
  function shifted(x) {
    return x + n;
  }
  let sum = 0;
  for (let i = 0; i < n; i++) sum += scale(i) + shifted(i);
  return sum;
}
print("inner", inner(5));

// What throws has called the function.
function trace() {
  const bad = { valueOf() { throw new Error("here"); } };
  try {
    for (let i = 0; i < 3; i++) twice(i === 2 ? bad : i);
  } catch (error) {
    return error.stack.split("\n").slice(1, 4).map((line) => line.trim().split(" ")[1]);
  }
}
print("trace", trace());
