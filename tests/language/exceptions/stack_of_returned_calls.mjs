// A call whose result is returned stays in the trace: none takes its caller's place.
const functions = (text) => [...text.matchAll(/^    at ([^(\n]+) \((?!node:)/gm)].map((match) => match[1]).join(" < ");
function fail() {
  throw new Error("failed");
}
class Shape {
  static make() { return new Shape().draw(); }
  draw() { return this.#hidden(); }
  #hidden() { return this.last(); }
  last() { return fail(); }
}
try {
  Shape.make();
} catch (e) {
  console.log(functions(e.stack));
}
const calls = { first: () => calls.second(1, 2), second: (a, b) => calls.third(a), third: (a) => fail(a) };
for (const start of [() => calls.first(), () => calls.second()]) {
  try {
    start();
  } catch (e) {
    console.log(functions(e.stack));
  }
}
