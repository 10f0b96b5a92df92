// Suspensions inside every kind of statement.
function show(it) { const out = []; for (const v of it) out.push(v); console.log(out.join(" ")); }
show((function* () { for (let i = 0, j = 10; i < j; i += 3, j--) yield i * 100 + j; })());
show((function* () { outer: for (let i = 0; i < 4; i++) { for (let j = 0; j < 4; j++) { if (j === i) continue outer; if (i === 3) break outer; yield `${i}${j}`; } } })());
show((function* () { let i = 0; while (true) { if (i > 5) return; yield i; i += 2; } })());
show((function* () { let i = 3; do { yield i; } while (--i); })());
show((function* () { for (const k in { a: 1, b: 2, c: 3 }) yield k; })());
show((function* () { for (const [a, b = yield "default"] of [[1, 2], [3]]) yield `${a}${b}`; })());
show((function* () { switch (yield "s") { default: yield "d"; case 1: yield "one"; break; case 2: yield "two"; } })());
show((function* () { const o = { a: yield 1, [yield 2]: yield 3, ...(yield 4) }; yield Object.keys(o).length; })());
show((function* () { const x = [yield 1, ...[yield 2, 9], yield 3]; yield x.length; })());
show((function* () { yield (yield 1) ?? "null"; yield (yield 2) || "or"; yield (yield 3) && "and"; })());
show((function* () { yield `t${yield "a"}u${yield "b"}`; })());
show((function* () { const f = (...a) => a.length; yield f(yield 1, yield 2, ...[yield 3]); })());
show((function* () { let x = 1; x += yield x; yield x; x ||= yield "no"; yield x; })());
// A binding of its own in each turn, kept across suspensions.
function* closures() { for (let i = 0; i < 3; i++) { yield () => i++; } }
const fs = [...closures()]; for (const f of [...fs, ...fs]) console.log(f());
function* finallies() {
  for (let i = 0; i < 3; i++) {
    try { try { yield `t${i}`; if (i === 1) continue; if (i === 2) return "r"; } finally { yield `f${i}`; } } finally { console.log("out", i); }
  }
}
show(finallies());
const it = finallies(); console.log(it.next().value, it.return("x"), it.next(), it.next());
function* overriding() { try { yield 1; } finally { return "override"; } }
const o = overriding(); o.next(); console.log(o.throw(new Error("lost")));
function* swallow() { for (;;) { try { yield "again"; } catch (e) { console.log("swallowed", e); } finally { if (it) continue; } } }
const s = swallow(); s.next(); console.log(s.throw("a"), s.return("b"), s.next());
// Parameters run at the call, the body at the first next.
function* params(a = console.log("a"), { b } = { b: 2 }, ...rest) { console.log("body", a, b, rest.length, arguments.length); yield this; }
const p = params(1, undefined, 3, 4); console.log("made"); p.next();
try { params(1, null); } catch (e) { console.log(e.name); }
function* sum(n) { let t = 0, d = 0.5; for (let i = 0; i < n; i++) { t += i; d *= 2; if (i % 3 === 0) d += (yield t) | 0; } return [t, d]; }
const q = sum(10); let r = q.next(); while (!r.done) { r = q.next(r.value); } console.log(r.value);
const running = (function* () { try { running.next(); } catch (e) { console.log(e.name); } yield 1; })(); running.next();
class C { #x = 3; *g() { yield this.#x; yield* [super.toString()]; } static *s() { yield this.name; } *[Symbol.iterator]() { yield "it"; } async m() { return this.#x; } }
show(new C().g()); show(C.s()); show(new C()); console.log(await new C().m());
console.log(Object.prototype.toString.call(sum(1)), typeof sum.prototype, Object.getPrototypeOf(sum(1)) === sum.prototype);
try { new sum(); } catch (e) { console.log(e.name); }
