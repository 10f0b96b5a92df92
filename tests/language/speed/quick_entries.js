// Built-in functions that have a short way for numbers, with all that is not one.
const show = (value) => (Object.is(value, -0) ? "-0" : String(value));
const values = [0, -0, 1.5, -1.5, 2.5, NaN, Infinity, -Infinity, 4294967297, "3", "x", null, undefined, true, [7], { valueOf: () => 9 }];
for (const name of ["abs", "ceil", "floor", "fround", "round", "sqrt", "trunc"])
  console.log(name + ":", values.map((v) => show(Math[name](v))).join(" "), show(Math[name]()));
for (const name of ["max", "min", "imul"])
  for (const a of values)
    console.log(name, show(Math[name](a)), values.map((b) => show(Math[name](a, b))).join(" "), show(Math[name](a, 1, -1)));
console.log(show(Math.max()), show(Math.min()), show(Math.imul()));
for (const name of ["sqrt", "max"]) {
  try {
    console.log(Math[name](1n));
  } catch (error) {
    console.log(error.message);
  }
  try {
    new Math[name](1);
  } catch (error) {
    console.log(error.name);
  }
}
console.log(Math.sqrt.length, Math.sqrt.name, Math.max.length, String(Math.max), [1, 4, 9].map(Math.sqrt).join());
let rope = "";
for (let i = 0; i < 40; i++) rope += "aé\u{1f600}"[i % 4] + i;
const texts = ["", "abc", "é\u{1f600}", rope, rope.slice(3, 20), new String("boxed"), 12345, { toString: () => "object" }];
for (const text of texts)
  console.log([0, 1, 2.9, -1, -0.5, 100, NaN, "1", null, undefined].map((i) => String.prototype.charCodeAt.call(text, i)).join(" "), String.prototype.charCodeAt.call(text));
try {
  String.prototype.charCodeAt.call(null, 0);
} catch (error) {
  console.log(error.message);
}
