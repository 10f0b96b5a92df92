// Small functions that call nobody by themselves and yet come back to themselves without end.
class Deep {
  get own() {
    return this.own;
  }
  set own(value) {
    this.own = value;
  }
  valueOf() {
    return this * 2;
  }
  toString() {
    return `${this}`;
  }
  element(i) {
    return this[i];
  }
  method() {
    return this.own;
  }
  [Symbol.iterator]() {
    const [first] = this;
    return first;
  }
}
function getOwn(object) {
  return object.own;
}
function twice(object) {
  return object * 2;
}
const viaFunctions = {
  get own() {
    return getOwn(this);
  },
  valueOf() {
    return twice(this);
  },
};
const proxy = new Proxy({}, { get(target, key, receiver) { return receiver[key]; } });
const held = { own: null };
Object.defineProperty(held, "own", { get: function own() { return held.own; } });

function outcome(f) {
  try {
    return String(f());
  } catch (error) {
    return `${error instanceof RangeError} ${error.message}`;
  }
}
const deep = new Deep();
for (let round = 0; round < 3; round++) {
  console.log(outcome(() => deep.own));
  console.log(outcome(() => (deep.own = round)));
  console.log(outcome(() => deep.valueOf()));
  console.log(outcome(() => deep.toString()));
  console.log(outcome(() => deep.element("own")));
  console.log(outcome(() => deep.method()));
  console.log(outcome(() => deep[Symbol.iterator]()));
  console.log(outcome(() => viaFunctions.own));
  console.log(outcome(() => viaFunctions.valueOf()));
  console.log(outcome(() => proxy.anything));
  console.log(outcome(() => held.own));
}
// From as deep as calls lead.
let reached = 0;
function down() {
  reached++;
  try {
    return down();
  } catch {
    return outcome(() => deep.method());
  }
}
console.log(down(), reached > 1000);
