// yield* over generators, other iterables and iterators without throw or return.
function* inner() {
  try {
    const a = yield "in1";
    console.log("inner got", a);
    yield "in2";
    return "inner result";
  } catch (e) {
    console.log("inner caught", e);
    yield "after catch";
    return "from catch";
  } finally {
    console.log("inner finally");
  }
}
function* outer() {
  const result = yield* inner();
  console.log("outer has", result);
  yield* [10, 20];
  yield* [["a"], "b"];
  return "end";
}
function drive(make, steps) {
  const it = make();
  for (const [kind, value] of steps) {
    try {
      const r = it[kind](value);
      console.log(kind, r);
    } catch (e) {
      console.log(kind, "threw", e instanceof Error ? e.name : e);
    }
  }
}
const n = ["next", undefined];
drive(outer, [n, ["next", "x"], n, n, n, n, n, n, n]);
drive(outer, [n, ["throw", "boom"], n, n, n]);
drive(outer, [n, ["return", "early"], n]);
drive(outer, [["return", 1], n]);
drive(outer, [["throw", new Error("first")], n]);

const bare = { [Symbol.iterator]() { let i = 0; return { next(v) { console.log("next", v); return { value: i++, done: i > 3 }; } }; } };
function* overBare() { try { return yield* bare; } finally { console.log("overBare finally"); } }
drive(overBare, [n, ["next", 5], ["throw", "t"], n]);
drive(overBare, [n, ["return", 9], n]);
drive(overBare, [n, n, n, n, n]);

const strange = {
  [Symbol.iterator]() {
    return {
      next() { return { value: "n", done: false }; },
      return(v) { console.log("return", v); return { value: "kept", done: v !== "stop" }; },
      throw(v) { console.log("throw", v); return { value: "handled", done: v === "finish" }; },
    };
  },
};
function* overStrange() { const r = yield* strange; console.log("r", r); return "over"; }
drive(overStrange, [n, ["throw", "once"], ["return", "stop"], ["throw", "finish"], n]);
drive(overStrange, [n, ["return", "go"], n]);
const bad = { [Symbol.iterator]() { return { next() { return 1; } }; } };
drive(function* () { yield* bad; }, [n, n]);
drive(function* () { yield* 5; }, [n, n]);
