function two(a, b) {
  return `${a} ${b}`;
}
console.log(two(), two(1), two(1, 2), two(1, 2, 3));
function rest(a, ...others) {
  return others.length + ":" + others.join(",");
}
console.log(rest(), rest(1), rest(1, 2, 3));
function sloppy() {
  return arguments.length;
}
console.log(sloppy(1, 2, 3), two.length, rest.length, two.name);
function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}
console.log(fib(20));
const object = {
  value: 3,
  method(x) {
    return this.value + x;
  },
};
console.log(object.method(4), (0, object.method).call({ value: 10 }, 1));
const defaults = (a = 1, b = a + 1, { c = 5, d } = {}) => [a, b, c, d].join();
console.log(defaults(), defaults(7), defaults(7, 8, { c: 9, d: 10 }));
console.log(two(...[1, 2]), Math.max(...[3, 9, 4]));
function even(n) {
  return n === 0 ? true : odd(n - 1);
}
function odd(n) {
  return n === 0 ? false : even(n - 1);
}
console.log(even(100), odd(100));
try {
  null_function();
} catch (e) {
  console.log(e.name);
}
function deep(n) {
  return deep(n + 1) + 1;
}
try {
  deep(0);
} catch (e) {
  console.log(e instanceof RangeError);
}
