// Methods that look at several fields of objects of one class, and of objects that stop being what
// such methods expect: in between two looks, too.
class Item {
  constructor(name, size) {
    this.name = name;
    this.size = size;
    this.next = null;
    this.open = false;
  }
  state() {
    return this.open || (!this.size && this.next === null);
  }
  take() {
    if (!(this.open && this.size)) return null;
    const next = this.next;
    this.next = this;
    this.open = false;
    this.size = this.size - 1;
    return next;
  }
  around(f) {
    const before = this.size + this.name;
    f(this);
    this.size = before + "|" + this.size;
    return this.name + this.size + this.open;
  }
  kind() {
    return "item";
  }
}
class A extends Item {
  constructor(name, size) {
    super(name, size);
    this.extra = 1;
  }
  kind() {
    return "a" + this.extra + this.name;
  }
}
class B extends Item {
  constructor(name, size) {
    super(name, size);
    this.other = 2;
    this.name += "!";
  }
}
class C extends Item {}
class D extends A {
  kind() {
    return "d" + super.kind();
  }
}
class E extends B {
  late = this.size;
}

function show(f) {
  try {
    return String(f());
  } catch (error) {
    return error.constructor.name;
  }
}

const make = [() => new Item("i", 1), () => new A("a", 2), () => new B("b", 3), () => new C("c", 0),
  () => new D("d", 5), () => new E("e", 6), () => ({ __proto__: Item.prototype, open: 1, name: "l" })];

// All classes in turn, so that places see more shapes than they keep.
for (let round = 0; round < 60; round++) {
  const lines = [];
  for (const one of make) {
    const item = one();
    item.next = round;
    item.open = round % 3 === 0;
    const states = [item.state(), item.kind(), item.take(), item.state(), item.size, item.next === item];
    lines.push(states.join());
  }
  if (round % 20 === 0) console.log(lines.join("\n"));
}

// What is called in between changes the object.
const changes = {
  none() {},
  deleted(o) { delete o.size; },
  accessor(o) { Object.defineProperty(o, "size", { get: () => "got", set(v) { o.was = v; } }); },
  readOnly(o) { Object.defineProperty(o, "size", { writable: false }); },
  frozen(o) { Object.freeze(o); },
  more(o) { for (let i = 0; i < 40; i++) o["p" + i] = i; },
  proto(o) { Object.setPrototypeOf(o, { state() { return "other"; } }); },
  again(o) { delete o.name; o.name = "new"; },
};
for (const [name, change] of Object.entries(changes)) {
  for (let i = 0; i < 3; i++) {
    const item = make[i]();
    console.log(name, show(() => item.around(change)), show(() => item.state()), item.was);
  }
}

// Methods that are replaced, and found elsewhere.
function kinds() {
  return make.map((one) => one().kind()).join();
}
for (let i = 0; i < 5; i++) kinds();
console.log(kinds());
Item.prototype.kind = function () { return "replaced " + this.name; };
console.log(kinds());
C.prototype.kind = () => "c alone";
console.log(kinds());
delete A.prototype.kind;
console.log(kinds());
const own = new C("own", 1);
own.kind = () => "own";
const list = [new C("1", 1), own, new Item("2", 2), own, new B("3", 3)];
for (let i = 0; i < 4; i++) console.log(list.map((item) => item.kind()).join());
Item.prototype.kind = 1;
console.log(show(() => new Item("x", 1).kind()));

// Receivers that are none.
for (const receiver of [undefined, null, 1, "text", Symbol.iterator, [], () => 1, { size: 0, next: null }])
  console.log(show(() => Item.prototype.state.call(receiver)), show(() => Item.prototype.take.call(receiver)));

// An accessor of the prototype is in the way of a field's first assignment.
class Guarded {
  get size() { return 7; }
  set size(value) { this.seen = value; }
}
Object.setPrototypeOf(B.prototype, Guarded.prototype);
const guarded = Object.setPrototypeOf(new Item("g", 4), Guarded.prototype);
console.log(Item.prototype.state.call(guarded), guarded.size);
const bare = Object.create(Guarded.prototype);
bare.open = true;
console.log(Item.prototype.take.call(bare) === undefined, bare.seen, bare.open);
