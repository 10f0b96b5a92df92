// Properties and methods of objects of several classes at one place: more than a place remembers,
// with fields beyond those of the base class, and everything that takes an answer back.
class Base {
  constructor(id) {
    this.id = id;
    this.count = 0;
    this.next = null;
  }
  step() { return (this.count += 1); }
  name() { return "base"; }
}
const classes = [Base];
for (let n = 0; n < 7; n++) {
  const Parent = classes[n % 2 === 0 ? 0 : n];
  classes.push(class extends Parent {
    constructor(id) {
      super(id);
      this["extra" + n] = n;
      this.a = n * 2;
      this.b = n * 3;
      this.last = -n;
    }
    name() { return n % 3 === 0 ? super.name() : "class " + n; }
  });
}

function make(count) {
  const objects = [];
  for (let i = 0; i < count; i++) objects.push(new classes[i % classes.length](i));
  return objects;
}
function sum(objects) {
  let total = 0;
  for (let round = 0; round < 40; round++)
    for (const o of objects) total += o.id + o.step() + (o.last === undefined ? 0 : o.last);
  return total;
}
function names(objects) {
  let text = "";
  for (const o of objects) text += o.name() + ";";
  return text;
}
function store(objects, value) {
  for (let round = 0; round < 40; round++)
    for (const o of objects) {
      o.next = value;
      o.late = round;
    }
  return objects.every((o) => o.next === value && o.late === 39);
}

const objects = make(24);
console.log(sum(objects), store(objects, objects[0]), names(objects));
// The same places, another number of kinds of objects.
for (const many of [1, 2, 4, 5, 8]) {
  const some = make(many);
  console.log(many, sum(some), store(some, many), names(some));
}
// A method is replaced, on a class and on one object; a field becomes an accessor.
classes[1].prototype.step = function () { return (this.count += 100); };
console.log(sum(objects), names(objects));
objects[2].step = () => 7;
console.log(sum(objects));
Object.defineProperty(objects[3], "id", { get() { return 1000; }, set(v) { console.log("set", v); } });
console.log(sum(objects));
objects[3].id = 5;
delete classes[1].prototype.step;
console.log(sum(objects));
// Frozen, and with another prototype.
Object.freeze(objects[4]);
try {
  store(objects, 1);
} catch (error) {
  console.log(error.name);
}
try {
  sum(objects);
} catch (error) {
  console.log(error.name);
}
Object.setPrototypeOf(objects[5], { step() { return 3; }, name() { return "other"; } });
objects.splice(4, 1);
console.log(sum(objects), names(objects), store(objects, null));
// A class that gets another base class keeps what it had.
class Plain { constructor(id) { this.id = id; } step() { return 0; } name() { return "plain"; } }
class Moved extends Base { constructor(id) { super(id); this.x = 1; this.y = 2; this.z = 3; } }
const before = new Moved(1);
Object.setPrototypeOf(Moved, Plain);
const after = new Moved(2);
console.log(Object.keys(before).join(), Object.keys(after).join(), sum([before, after]), names([before, after]));
console.log(Reflect.construct(Base, [9], classes[3]).count, new (class extends Array {
  constructor() { super(3); this.size = 3; this.more = 4; }
})().size);
// What has no object.
for (const value of [null, undefined, 1, "text"]) {
  try {
    console.log(names([value]));
  } catch (error) {
    console.log(error.name);
  }
}
