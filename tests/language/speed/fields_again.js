// Fields that are looked at again after stores that may have changed them, and functions that
// literals have, until they have them no more.
class Point {
  constructor(x, y, tag) {
    this.x = x;
    this.y = y;
    this.tag = tag;
  }
}

function mix(a, b, list) {
  let sum = 0;
  for (let i = 0; i < 3; i++) {
    sum += a.x * b.y;
    a.x = sum + i;
    sum += b.x + a.x;
    b.y = a.y - sum;
    list[i] = a.y;
    sum += a.y * b.y + list[i];
    b.x = a.x + 1;
    sum -= a.x;
  }
  return sum;
}

// Both may be one object, have other values than numbers, or be no points.
function texts(a, b) {
  a.tag = b.tag + "!";
  const first = a.tag + b.tag;
  b.tag = a.x;
  return first + a.tag + b.tag + a.x;
}

const kinds = [() => new Point(1, 2, "p"), () => new Point(0.5, "4", null), () => ({ x: 3, y: 5, tag: "literal" }),
  () => ({ y: 1, x: 2, tag: 1 }), () => Object.freeze(new Point(7, 8, "frozen")),
  () => ({ __proto__: { get x() { return 9; }, set x(v) { this.y = v; } }, y: 2, tag: undefined }),
  () => Object.assign([], { x: 1, y: 1, tag: "array" })];

for (const left of kinds) {
  for (const right of [...kinds, null]) {
    const line = [];
    for (let i = 0; i < 4; i++) {
      const a = left();
      const b = right === null ? a : right();
      const list = i % 2 === 0 ? [] : new Uint8Array(4);
      line.push(String(mix(a, b, list)), String(list));
      try {
        line.push(texts(a, b));
      } catch (error) {
        line.push(error.constructor.name);
      }
    }
    console.log(line.join(" "));
  }
}

function counter(step) {
  let count = 0;
  return { add: () => (count += step), get: () => count, name: "counter" };
}
function use(c) {
  try {
    for (let i = 0; i < 5; i++) c.add();
    return c.name + c.get();
  } catch (error) {
    return error.constructor.name;
  }
}
console.log(use(counter(1)), use(counter("a")), use(counter(0.5)));
const changed = counter(2);
changed.add = () => changed.get();
console.log(use(changed));
const inheriting = Object.create(counter(3), { name: { value: "inherited" } });
console.log(use(inheriting));
delete changed.add;
console.log(use(changed));
Object.setPrototypeOf(changed, inheriting);
console.log(use(changed));
console.log(use({ get add() { return () => 1; }, get: Date.prototype.valueOf, name: "x" }), use(new Map([["a", 1]])), use("text"));
