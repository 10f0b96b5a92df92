// Stack traces as Node prints them, with the folders and Node's own frames taken out.
const lines = (text) =>
  text.split("\n").filter((line) => !line.includes("node:internal")).map((line) => {
    const from = line.indexOf("file://");
    const name = line.lastIndexOf("/");
    return from < 0 ? line : line.slice(0, from) + line.slice(name + 1);
  }).join("\n");
function show(f) {
  try {
    console.log("gives", f());
  } catch (e) {
    console.log(lines(e.stack));
  }
}

function fail() {
  throw new Error("failed");
}
class Shape {
  static make() { return new Shape().draw(); }
  draw() { return this.#hidden(); }
  #hidden() { return this.size; }
  get size() { return fail(); }
  set size(v) { fail(); }
  arrow = () => fail();
}
const literal = {
  method() { fail(); },
  func: function () { literal.method(); },
  arrow: () => literal.func(),
  get value() { return literal.arrow(); },
};
show(() => Shape.make());
show(() => new Shape().arrow());
show(() => { new Shape().size = 1; });
show(() => literal.value);

// Constructors, and errors that are the program's own.
class Base { constructor() { fail(); } }
class Derived extends Base {}
class Fields { first = 1; second = fail(); }
show(() => new Derived());
show(() => new Fields());
show(() => new (class { constructor() { fail(); } })());
function Old() { fail(); }
show(() => new Old());
class AppError extends Error {
  constructor(message) { super(message); this.name = "AppError"; }
}
class LaterError extends AppError {}
show(() => { throw new LaterError("own"); });
show(() => { throw Error("called"); });
show(() => { throw new AggregateError([1], "many"); });

// Native functions in between.
show(() => [1].map(() => fail()));
show(() => [1].map(function named() { return fail(); }));
show(() => [2, 1].sort(() => fail()));
show(() => new Map([[1, 2]]).forEach(() => fail()));
show(() => Reflect.apply(fail, null, []));
show(() => fail.call(null));
show(() => new Proxy(fail, {})());
show(() => parseInt({ toString() { return fail(); } }));
show(() => (1).toFixed(200));
show(() => "x".repeat(-1));
show(() => [].reduce((a) => a));
show(() => new Array(-1));

// What the runtime throws, and where.
const nothing = null;
show(() => nothing.field);
show(() => {
  const object = {};
  const deep = object.inner;
  return deep.field;
});
show(() => missing1);
show(() => { const c = 1; c = 2; });
function recursive(n) { return n === 0 ? fail() : recursive(n - 1) + 1; }
show(() => recursive(20));
const owner = { deep: {} };
owner.deep.assigned = function () { fail(); };
show(() => owner.deep.assigned());
function Proto() {}
Proto.prototype.method = function () { fail(); };
show(() => new Proto().method());
show(() => { /* 𝒳 é */ fail(); });

// The property.
const made = new Error("first");
made.message = "second";
made.name = "Zed";
console.log(lines(made.stack));
made.message = "third";
console.log(lines(made.stack), Object.getOwnPropertyNames(made));
console.log(Object.create(made).stack === made.stack);
made.stack = "mine";
console.log(made.stack);
const target = {};
Error.captureStackTrace(target);
console.log(lines(target.stack));
function outer() { return inner(); }
function inner() {
  const object = { name: "Thing", message: "text" };
  Error.captureStackTrace(object, inner);
  return object.stack;
}
console.log(lines(outer()));
Error.captureStackTrace(target, function never() {});
console.log(lines(target.stack));
for (const limit of [2, 0]) {
  Error.stackTraceLimit = limit;
  show(() => recursive(5));
}
Error.stackTraceLimit = "none";
try { fail(); } catch (e) { console.log(e.stack); }
Error.stackTraceLimit = 10;
Error.prepareStackTrace = (error, sites) =>
  [error.message, ...sites.slice(0, 2).map((s) => [s.getFunctionName(), s.getTypeName(), s.getLineNumber(),
    s.getColumnNumber(), s.isConstructor(), s.isNative(), lines(" " + s.getFileName())])];
try { fail(); } catch (e) { console.log(e.stack); }
try { new Base(); } catch (e) { console.log(e.stack[2]); }
delete Error.prepareStackTrace;

// Across awaits.
const later = () => new Promise((resolve) => setTimeout(resolve, 1));
async function third() { await later(); fail(); }
async function second() { await third(); }
async function first() { try { await second(); } catch (e) { console.log(lines(e.stack)); } }
class Service { async run() { await later(); await third(); } }
await first();
await new Service().run().catch((e) => console.log(lines(e.stack)));
async function* generate() { await later(); yield 1; await third(); }
try { for await (const v of generate()) console.log(v); } catch (e) { console.log(lines(e.stack)); }
function* sync() { fail(); }
show(() => sync().next());
await null;
queueMicrotask(function micro() { console.log(lines(new Error("micro").stack)); });
