// One place in the program sees objects of many shapes, which change between the visits.
function read(o) {
  return o.value;
}
function write(o, v) {
  o.value = v;
}
class A {
  get value() {
    return "getter of A";
  }
  set value(v) {
    log.push("setter of A: " + v);
  }
}
class B {}
B.prototype.value = "of B";
const log = [];
const frozen = Object.freeze({ value: "frozen" });
function objects() {
  const deep = Object.create(Object.create({ value: "deep" }));
  return [
    { value: 1 }, { a: 1, value: 2 }, { a: 1, b: 2, value: 3 }, { b: 1, value: 4, c: 2 },
    new A(), new B(), deep, frozen, Object.assign(() => {}, { value: "function" }),
    Object.assign([1, 2], { value: "array" }), Object.create(null), { __proto__: { value: "p" }, x: 1 },
    "text", 12, true, new Proxy({ value: "proxied" }, {}),
  ];
}
const kept = objects();
for (let round = 0; round < 40; round++) log.length = 0, kept.map(read);
console.log(kept.map(read).join());
for (let round = 0; round < 3; round++) {
  for (const o of objects()) {
    write(o, round);
    log.push(String(read(o)));
  }
}
console.log(log.join());
// What is on a prototype changes its place, its value, its kind.
B.prototype.value = "changed";
console.log(kept.map(read).join());
delete B.prototype.value;
console.log(read(kept[5]), read(new B()));
Object.defineProperty(B.prototype, "value", { get() { return "got"; }, configurable: true });
console.log(read(kept[5]), read(new B()));
Object.defineProperty(kept[0], "value", { writable: false });
for (let round = 0; round < 20; round++) write(kept[0], round);
console.log(read(kept[0]));
Object.setPrototypeOf(kept[11], { value: "other" });
console.log(read(kept[11]));
delete kept[2].value;
kept[2].value = "again";
console.log(kept.map(read).join());
// Additions, by many shapes and with a setter that turns up later.
function add(o) {
  o.added = 1;
  return Object.keys(o).join("");
}
const shapes = () => [{}, { p: 1 }, { q: 1 }, { p: 1, q: 1 }, { r: 1 }, new B(), new A()];
for (let round = 0; round < 30; round++) shapes().map(add);
console.log(shapes().map(add).join());
Object.defineProperty(Object.prototype, "added", { set(v) { log.push(v); }, configurable: true });
console.log(shapes().map(add).join());
delete Object.prototype.added;
console.log(shapes().map(add).join());
