// Calls, constructions and handlers, whatever their code is made of.
const log = (...values) => console.log(...values);
const thrown = (f) => {
  try {
    return f();
  } catch (e) {
    return `${e.name}: ${e.message}`;
  }
};

// A property that is called is got before its arguments are looked at.
{
  let x = 1;
  const seen = [];
  const o = {
    get method() {
      seen.push("get");
      x = 2;
      return function (...given) {
        seen.push("call", this === o, ...given);
        return given.length;
      };
    },
  };
  const constant = 5;
  log(o.method(), o.method(x), o.method(constant), o.method(x, constant), o.method(x++, x, "s"));
  log(o.method(1, 2, 3), o.method(1, 2, 3, 4), o.method(seen.push("argument")));
  log(seen.join(" "));
  log(o.method?.(x), o["method"](x, x), o.missing?.(x));
  log(thrown(() => o.missing(seen.push("evaluated"))), seen.at(-1));
  log(thrown(() => o.missing(1)), thrown(() => o.missing()), thrown(() => o.a.b(1)));
  log(thrown(() => null[x](1)), thrown(() => (0, o.missing)(1, 2)), thrown(() => undefined.f(2)));
  for (const receiver of ["text", 7, true, 10n, Symbol.iterator])
    log(receiver.toString(), receiver.valueOf() === receiver, typeof receiver.constructor("1"));
}
Object.defineProperty(Number.prototype, "self", {
  get() {
    "use strict";
    return (a, b) => [typeof this, a, b];
  },
});
log((3).self(1, 2).join());

// `this` of constructors.
function Plain(a, b) {
  this.a = a;
  this.b = b;
  this.target = new.target && new.target.name;
}
Plain.prototype.sum = function () {
  return this.a + this.b;
};
function Returns(what) {
  this.kept = true;
  return what;
}
class Derived extends Plain {
  constructor(a) {
    super(a, a * 2);
  }
}
class Implicit extends Plain {}
function Other() {}
Other.prototype = { other: true };
log(new Plain(1, 2).sum(), new Derived(3).sum(), new Implicit(4, 5).sum(), new Plain().target);
log(new Derived(1).target, new Implicit(1).target, Plain.call({}, 1, 2), new (Plain.bind(null, 8))(9).sum());
log(Object.keys(new Returns({ x: 1 })), Object.keys(new Returns(1)), Object.keys(new Returns(null)));
const made = Reflect.construct(Plain, [1, 2], Other);
log(made.other, made.sum, made.target, made instanceof Plain, made instanceof Other);
log(Reflect.construct(function () { return new.target; }, [], Other) === Other, Reflect.ownKeys(new Plain(1)));
log(new Plain(1, 2, 3, 4, 5).sum(), new Plain(...[6, 7, 8]).sum(), new (class extends Returns {})([9]).length);
const proxied = new Proxy(Plain, {});
log(new proxied(2, 3).sum(), thrown(() => new (() => 1)()), thrown(() => new Plain.missing()));
log(thrown(() => Derived(1)), thrown(() => Reflect.construct(Plain, [], 1)));
Plain.prototype = { sum: () => "changed" };
log(new Plain(1, 2).sum(), new Derived(3).sum());
for (let i = 0; i < 3; i++) {
  Other.prototype = { i };
  log(new Other().i);
}
function Failing() {
  const error = new Error("stack");
  return { lines: error.stack.split("\n").slice(1, 3).map((line) => line.replace(/\(.*[/\\]/, "(").trim()) };
}
log(new Failing().lines.map((line) => line.split(" (")[0]));
Object.defineProperty(Other, "prototype", { writable: false });
log(thrown(() => new (new Proxy(Other, { get() { throw new TypeError("trap"); } }))()));

// Every kind of operation may throw to a handler: those that give words, truth, numbers, nothing.
const bad = new Proxy(
  {},
  Object.fromEntries(
    ["get", "set", "has", "deleteProperty", "ownKeys", "getPrototypeOf", "defineProperty"].map((name) => [
      name,
      () => {
        throw new RangeError(name);
      },
    ]),
  ),
);
const worse = {
  valueOf() {
    throw "value";
  },
  toString() {
    throw "string";
  },
  [Symbol.iterator]() {
    throw "iterator";
  },
};
const text = (e) => (typeof e === "string" ? e : e.message);
const ways = [
  () => bad.x,
  () => (bad.x = 1),
  () => "x" in bad,
  () => delete bad.x,
  () => Object.keys(bad),
  () => bad instanceof Plain,
  () => +worse,
  () => worse * 2,
  () => worse < 1,
  () => worse == 1,
  () => `${worse}`,
  () => [...worse],
  () => Math.max(worse, 1),
  () => 1n + 1,
  () => Symbol() + "",
  () => null.x,
  () => missing,
  () => missing(),
  () => { later; let later; },
  () => { const fixed = 1; fixed++; },
  () => { for (const k in Object.create(null, { get: { value: 1, enumerable: true } })) return bad[k]; },
  () => { for (const v of worse) return v; },
  () => { const { a } = null; return a; },
  () => new Array(-1),
  () => ({}).x.y,
  () => "a".repeat(-1),
  () => new Uint8Array(2).with(5, 0),
  () => { throw undefined; },
  () => { class A { #p; static f(o) { return o.#p; } } return A.f({}); },
  () => { with_this(); function with_this() { "use strict"; return this.x; } },
];
const outcomes = [];
for (const way of ways) {
  let state = "start";
  let count = 0;
  try {
    count++;
    try {
      state = "inside";
      way();
      state = "passed";
    } finally {
      count++;
    }
  } catch (e) {
    outcomes.push(`${state} ${count} ${e === undefined ? "undefined" : text(e)}`);
    continue;
  }
  outcomes.push(`${state} ${count}`);
}
log(outcomes.join("\n"));

// What a handler sees of variables.
function handlers(n) {
  let a = n;
  let b = "b";
  const steps = [];
  while (a < n + 6) {
    try {
      a++;
      if (a % 2) b = ((x) => { if (x % 3 === 0) throw x; return `${x}`; })(a);
      else b += +{ valueOf() { if (a === n + 4) throw "four"; return a; } };
    } catch (e) {
      steps.push(e, a, b);
      if (e === "four") continue;
      b = [b.length, e];
    } finally {
      steps.push(b);
    }
  }
  return steps;
}
log(JSON.stringify(handlers(0)), JSON.stringify(handlers(10)));

// Generators of few states and of many.
function* few(x) {
  try {
    const y = yield x;
    yield y;
  } catch (e) {
    yield `caught ${e}`;
  } finally {
    yield "finally";
  }
}
function* many() {
  for (let i = 0; i < 2; i++) {
    const r = [yield 1, yield 2, yield 3, yield 4, yield 5, yield 6, yield 7, yield 8, yield 9, yield 10];
    yield r.join("");
  }
  return "end";
}
const one = few("a");
log(one.next().value, one.next("b").value, one.throw("c").value, one.next().value, one.next().done);
const two = few(1);
log(two.next().value, two.return("r").value, two.next().value, two.next().done);
const third = many();
const values = [];
for (let i = 0, r; !(r = third.next(i % 10)).done; i++) values.push(r.value);
log(values.join());

// The stack ends with an error, wherever.
let depth = 0;
const recursions = {
  plain: function f() { depth++; f(); },
  arguments: function f(a, b, c) { depth++; return f(b, c, a) + 1; },
  handler: function f(a) { depth++; try { return f(a); } finally { depth += 0; } },
  method: () => ({ m(a) { depth++; return this.m(a, a); } }).m(1),
  getter: () => ({ get g() { depth++; return this.g; } }).g,
  setter: () => { ({ set s(v) { depth++; this.s = v; } }).s = 1; },
  constructor: function F() { depth++; new F(); },
  derived: () => { class B { constructor() { depth++; new B(); } } class C extends B {} new C(); },
  conversion: () => { const o = { valueOf() { depth++; return +o; } }; return +o; },
  iterator: function f() { depth++; for (const x of { [Symbol.iterator]: f }) return x; },
  generator: function* f() { depth++; yield* f(); },
  callback: function f() { depth++; [1].forEach(f); },
  spread: function f(...a) { depth++; return f(...a); },
  apply: function f() { depth++; return f.apply(this, arguments); },
};
for (const [name, f] of Object.entries(recursions)) {
  depth = 0;
  let end = "none";
  try {
    const result = f();
    if (result?.next) result.next();
  } catch (e) {
    end = `${e instanceof RangeError} ${e.message}`;
  }
  log(name, end, depth > 300);
}
