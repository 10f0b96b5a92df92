// Fields of classes in loops: objects that have them where their class puts them, and all that can
// come in between.
class Body {
  constructor(x, y, speed) {
    this.x = x;
    this.y = y;
    this.speed = speed;
  }
}
class Named extends Body {
  constructor(x, y, speed, name) {
    super(x, y, speed);
    this.name = name;
  }
}

function move(bodies, steps) {
  for (let n = 0; n < steps; n++) {
    for (let i = 0; i < bodies.length; i++) {
      const a = bodies[i];
      for (let j = i + 1; j < bodies.length; j++) {
        const b = bodies[j];
        const dx = a.x - b.x;
        const dy = a.y - b.y;
        a.speed += dx * 0.5;
        b.speed -= dy * 0.25;
      }
      a.x += a.speed * 0.125;
      a.y -= a.speed * 0.125;
    }
  }
}
function show(bodies) {
  return bodies.map((b) => [b.x, b.y, b.speed].map((n) => (typeof n === "number" ? n.toFixed(3) : String(n))).join()).join(" ");
}
function some() {
  return [new Body(1, 2, 0), new Named(3, -4, 0.5, "n"), new Body(-0, 5, 1)];
}

let bodies = some();
move(bodies, 50);
console.log(show(bodies));

// Integers, texts, undefined and bigints where numbers were.
for (const strange of ["7", undefined, null, true, { valueOf: () => 3 }]) {
  bodies = some();
  bodies[1].speed = strange;
  move(bodies, 20);
  console.log(show(bodies));
}
bodies = some();
bodies[2].y = 10n;
try {
  move(bodies, 3);
} catch (error) {
  console.log(error.name, show(bodies));
}

// Other kinds of objects in the same places.
class Swapped {
  constructor() {
    this.speed = 1;
    this.y = 2;
    this.x = 3;
  }
}
bodies = [...some(), { x: 1, y: 2, speed: 3 }, new Swapped(), { speed: 0, get x() { return 2; }, set x(v) {}, y: 1 }];
move(bodies, 10);
console.log(show(bodies));
bodies = [new Body(1, 1, 1), Object.create(new Body(2, 2, 2)), Object.assign(Object.create(null), { x: 3, y: 3, speed: 3 })];
move(bodies, 10);
console.log(show(bodies), Object.keys(bodies[1]).join());
for (const value of [null, undefined, 5, "text"]) {
  try {
    const list = [new Body(1, 1, 1), value];
    move(list, 2);
    console.log(list[1]);
  } catch (error) {
    console.log(error.name);
  }
}

// Fields that change their kind under the loop: by a getter of another object, by what it is passed.
function total(list, effect) {
  let sum = 0;
  for (let round = 0; round < 6; round++) {
    for (let i = 0; i < list.length; i++) {
      const b = list[i];
      sum += b.x;
      sum += effect(b, round, i) + b.y;
      sum += b.speed;
    }
  }
  return sum;
}
const log = [];
console.log(total(some(), () => 0));
console.log(total(some(), (b, round, i) => {
  if (round === 2 && i === 1) Object.defineProperty(b, "speed", { get() { log.push("get"); return 100; } });
  return 1;
}), log.join());
console.log(total(some(), (b, round, i) => {
  if (round === 3 && i === 0) delete b.y;
  return 1;
}));
console.log(total(some(), (b, round) => {
  b["more" + round] = round;
  return 1;
}));
console.log(total(some(), (b, round, i) => {
  if (round === 4 && i === 2) Object.setPrototypeOf(b, { y: 1000 });
  if (round === 5) delete b.y;
  return 1;
}));

// Frozen while it moves: strict code throws, and what was stored before stays.
class Counter {
  constructor() {
    this.count = 0;
    this.limit = 5;
  }
}
function count(counter, times, when) {
  for (let n = 0; n < times; n++) {
    if (n === when) Object.freeze(counter);
    counter.count += 1;
    if (counter.count > counter.limit) counter.limit = counter.count;
  }
  return counter.count;
}
console.log(count(new Counter(), 100, -1));
const counter = new Counter();
console.log(count(counter, 100, 50), Object.isFrozen(counter), counter.limit);
(function () {
  "use strict";
  function strictly(c, times) {
    for (let n = 0; n < times; n++) c.count += c.limit;
    return c.count;
  }
  console.log(strictly(new Counter(), 30));
  const fixed = Object.defineProperty(new Counter(), "count", { writable: false });
  try {
    strictly(fixed, 3);
  } catch (error) {
    console.log(error.name, fixed.count);
  }
})();

// Cells in fields, across collections.
class Node {
  constructor(value) {
    this.value = value;
    this.next = null;
  }
}
function chain(count) {
  const first = new Node(0);
  for (let n = 1; n < count; n++) {
    const node = new Node(n);
    const after = first.next;
    first.next = node;
    node.next = after;
  }
  return first;
}
function sum(list) {
  let result = 0;
  for (let node = list; node !== null; node = node.next) result += node.value;
  return result;
}
function relink(list, times) {
  let made = 0;
  for (let n = 0; n < times; n++) {
    for (let node = list; node !== null; node = node.next) {
      node.value = [node.value, n];
      made++;
    }
  }
  return made;
}
const list = chain(20000);
console.log(sum(list), relink(list, 20));
let depth = 0;
for (let v = list.next.value; Array.isArray(v); v = v[0]) depth++;
console.log(depth);
console.log(sum({ value: 1, next: new Node(2) }), sum({ next: null }), sum(null));
