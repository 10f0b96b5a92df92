function Point(x, y) {
  this.x = x;
  this.y = y;
}
Point.prototype.length2 = function () {
  return this.x * this.x + this.y * this.y;
};
let total = 0;
for (let i = 0; i < 100; i++) total += new Point(i, 1).length2();
console.log(total);
// One place that sees many shapes.
const get = (o) => o.v;
const objects = [{ v: 1 }, { a: 0, v: 2 }, { b: 0, a: 0, v: 3 }, Object.create({ v: 4 }), { get v() { return 5; } }];
console.log(objects.map(get).join(), objects.map(get).join());
const proto = { inherited: 1 };
const child = Object.create(proto);
const read = () => child.inherited;
console.log(read(), read());
proto.inherited = 2;
console.log(read());
child.inherited = 3;
console.log(read());
delete child.inherited;
console.log(read());
const set = (o, v) => {
  o.p = v;
  return o;
};
for (let i = 0; i < 3; i++) console.log(JSON.stringify ? Object.keys(set({ q: i }, i)).join() : "");
const frozen = Object.freeze({ p: 1 });
try {
  set(frozen, 2);
  console.log(frozen.p);
} catch (e) {
  console.log(e.name);
}
console.log("x" in new Point(1, 2), delete frozen.nothing, frozen?.p, frozen?.q?.r);
const key = "computed";
const made = { [key]: 1, [key + 2]: 2, "3": 3, 1: 4 };
console.log(Object.keys(made).join());
class Base {
  #hidden = 1;
  field = 2;
  static count = 0;
  constructor(extra) {
    this.extra = extra;
    Base.count++;
  }
  get sum() {
    return this.#hidden + this.field + this.extra;
  }
  bump() {
    this.#hidden++;
    return this;
  }
}
class Derived extends Base {
  more = 10;
  get sum() {
    return super.sum + this.more;
  }
}
console.log(new Base(3).sum, new Derived(4).bump().sum, Base.count);
try {
  Base();
} catch (e) {
  console.log(e.name + ": " + e.message);
}
