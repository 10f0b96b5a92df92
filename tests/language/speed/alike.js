// Places that see objects of several shapes with the same property in the same place, and what they
// make of those that have it elsewhere, or in another way.
class Task {
  constructor(id, weight) {
    this.id = id;
    this.weight = weight;
    this.next = null;
  }
  total() {
    return this.next === null ? this.weight : this.weight + this.next.weight;
  }
  add(amount) {
    this.weight += amount;
    return this;
  }
}
class Timed extends Task {
  constructor(id, weight, time) {
    super(id, weight);
    this.time = time;
  }
}
class Named extends Task {
  constructor(id, weight, name) {
    super(id, weight);
    this.name = name;
  }
}
class Both extends Named {
  constructor(id, weight, name) {
    super(id, weight, name);
    this.first = this.second = 0;
  }
}
class Fifth extends Task {
  fifth = 5;
}
class Sixth extends Task {
  sixth = 6;
}

function tasks(count) {
  const list = [];
  for (let i = 0; i < count; i++) {
    const made = [() => new Task(i, i), () => new Timed(i, i, 0), () => new Named(i, i, "n"),
      () => new Both(i, i, "b"), () => new Fifth(i, i), () => new Sixth(i, i)][i % 6]();
    if (i > 0) list[i - 1].next = made;
    list.push(made);
  }
  return list;
}
function read(list) {
  let sum = 0;
  for (const task of list) sum += task.weight + task.total();
  return sum;
}
function write(list, round) {
  for (const task of list) {
    task.weight = round;
    task.add(0.5).next = null;
  }
}
function check(list) {
  const results = [];
  for (let round = 0; round < 30; round++) results.push(read(list));
  for (let round = 0; round < 30; round++) write(list, round);
  results.push(read(list));
  return [...new Set(results)].join();
}
console.log(check(tasks(4)), check(tasks(12)));

// The same places, with everything else that has such properties.
const strange = [
  { weight: 3, total() { return 1; }, add() { return this; } },
  { total: () => 2, add() { return this; }, weight: 4 },
  { get weight() { return 5; }, set weight(v) { this.log = v; }, total: () => 0, add() { return this; } },
  Object.create(new Task(1, 50)),
  Object.setPrototypeOf(new Task(2, 60), { total: () => 7, add() { return this; } }),
  Object.assign(new Timed(3, 70, 1), { total: () => 8 }),
  new Proxy(new Named(4, 80, "p"), {}),
  new Proxy(new Task(5, 90), { get: (target, key) => (key === "weight" ? 1 : Reflect.get(target, key)) }),
  Object.assign(() => {}, { weight: 9, total: () => 9, add() { return this; } }),
  Object.assign([1, 2], { weight: 10, total: () => 10, add() { return this; } }),
];
for (const object of strange) {
  const list = [...tasks(8), object];
  console.log(check(list), object.weight, object.next, Object.keys(object).join());
}

// Objects that change while the place knows them.
const changing = tasks(6);
console.log(read(changing), check(changing));
delete changing[1].weight;
changing[2].weight = "text";
console.log(read(changing));
Object.defineProperty(changing[3], "weight", { get: () => 1000, configurable: true });
console.log(read(changing));
Object.freeze(changing[0]);
Object.defineProperty(changing[4], "weight", { writable: false });
try {
  write(changing.slice(0, 1), 7);
} catch (error) {
  console.log(error.name);
}
(function () {
  "use strict";
  for (const task of changing) {
    try {
      task.weight = 77;
      console.log(task.weight);
    } catch (error) {
      console.log(error.constructor.name, task.weight);
    }
  }
})();
const sloppy = new Function("list", "for (const task of list) task.weight = 88; return list.map((t) => t.weight).join()");
console.log(sloppy(changing));
Task.prototype.total = function () {
  return -1;
};
Named.prototype.total = () => -2;
console.log(tasks(6).map((task) => task.total()).join());
for (let n = 0; n < 40; n++) read(tasks(6));
console.log(read(changing));
for (const value of [null, undefined]) {
  try {
    read([changing[0], value]);
  } catch (error) {
    console.log(error.name);
  }
}
const primitives = ["text", 5, true, Symbol.iterator, 10n];
String.prototype.weight = Number.prototype.weight = Boolean.prototype.weight = 100;
for (const value of primitives) {
  let sum = 0;
  for (const object of [changing[0], changing[5], value, changing[2]]) sum += Number(object.weight ?? -5);
  console.log(sum);
}

// Many shapes, one after the other: properties inside of the object and outside of it.
function last(object) {
  return object.z;
}
function setLast(object, value) {
  object.z = value;
}
const many = [];
for (let n = 0; n < 40; n++) {
  const object = n % 3 === 0 ? { z: n } : {};
  for (let k = 0; k < n; k++) object["k" + k] = k;
  if (n % 3 !== 0) object.z = n;
  many.push(object);
}
let sum = 0;
for (let round = 0; round < 20; round++) {
  for (const object of many) {
    sum += last(object);
    setLast(object, round);
  }
}
console.log(sum, many.map(last).join());
// Texts and objects in such places, across collections.
let kept = 0;
for (let round = 0; round < 200; round++) {
  const list = tasks(60);
  for (const task of list) task.add("x".repeat(round % 7) + round);
  for (const task of list) setLast(task, [task.weight]);
  for (const task of list) kept += last(task)[0].length;
}
console.log(kept);
