// How a trace names functions and where it says that they were called, with the folder taken out.
const lines = (error) =>
  error.stack.split("\n").filter((line) => !line.includes("node:internal")).slice(0, 6)
    .map((line) => line.replace(/file:\S*\//, "")).join("\n");
const fail = () => { throw new Error("failed"); };
function show(f) {
  try { f(); } catch (e) { console.log(lines(e)); }
}

// A call is at the name in front of its parenthesis, if that is no reserved word.
const words = {
  delete() { fail(); }, catch() { fail(); }, of() { fail(); }, let() { fail(); }, await() { fail(); },
  super() { fail(); }, this() { fail(); }, static() { fail(); }, true() { fail(); }, enum() { fail(); },
};
show(() => words.delete ());
show(() => words.catch ());
show(() => words.of ());
show(() => words.let ());
show(() => words.await ());
show(() => words.super ());
show(() => words.this ());
show(() => words.static ());
show(() => words.true ());
show(() => words.enum ());
show(() => words["delete"] ());
show(() => words.delete ?. ());
class Hidden {
  #call() { fail(); }
  run() { this.#call (); }
}
show(() => new Hidden().run());

// Generators have the type of the function that makes them.
function* plain() { yield 1; fail(); }
class Holder {
  *method() { fail(); }
  static *make() { fail(); }
  *#own() { fail(); }
  own() { return this.#own(); }
  async *later() { fail(); }
}
show(() => { for (const v of plain()) console.log(v); });
show(() => { const g = plain(); g.next(); g.next(); });
show(() => (function* () { fail(); })().next());
show(() => new Holder().method().next());
show(() => Holder.make().next());
show(() => new Holder().own().next());
function* closing() { try { yield 1; } finally { fail(); } }
show(() => { const g = closing(); g.next(); g.return(2); });
show(() => { const g = closing(); g.next(); g.throw(2); });
function* outer() { yield* plain(); }
show(() => { const g = outer(); g.next(); g.next(); });
await new Holder().later().next().catch((e) => console.log(lines(e)));

// Functions that are called in several ways: as themselves, by natives, and by new.
function many(n) { if (n > 0) return many(n - 1); return inner(); }
function inner() { return last(); }
function last() { throw new RangeError("last"); }
show(() => many(2));
show(() => new many(1));
show(() => many.call(null, 1));
show(() => Reflect.construct(many, [0]));
show(() => [1].forEach(many));
show(() => many.bind(null)(0));
