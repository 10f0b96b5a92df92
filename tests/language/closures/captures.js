function counter() {
  let count = 0;
  return { next: () => ++count, peek: () => count };
}
const a = counter();
const b = counter();
console.log(a.next(), a.next(), b.next(), a.peek(), b.peek());
const functions = [];
for (let i = 0; i < 3; i++) functions.push(() => i++);
console.log(functions.map((f) => f()).join(), functions.map((f) => f()).join());
var shared = [];
for (var j = 0; j < 3; j++) shared.push(() => j);
console.log(shared.map((f) => f()).join());
const outer = (x) => (y) => (z) => [x, y, z].join("/");
console.log(outer(1)(2)(3));
try {
  early();
} catch (e) {
  console.log(e.name, e.message);
}
let late = 1;
function early() {
  return late;
}
console.log(early());
