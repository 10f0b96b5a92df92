// Order of jobs, completions of every kind, awaits inside of everything.
const log = (...a) => console.log(...a);
const later = (v, n = 1) => n === 0 ? v : new Promise((r) => r()).then(() => later(v, n - 1));
async function order(name, n) { log(name, "start"); for (let i = 0; i < n; i++) { await i; log(name, i); } return name; }
const all = Promise.all([order("a", 2), order("b", 3), order("c", 1)]); log("sync end");
log((await all).join());
async function thrower(v) { if (v) throw new TypeError(v); await 0; throw "late"; }
for (const v of ["early", ""]) try { await thrower(v); } catch (e) { log("caught", e.message ?? e); }
async function defaults(a = await_()) { return a; } function await_() { throw new RangeError("default"); }
defaults().catch((e) => log("param", e.name));
async function fin() { try { return await later("value", 3); } finally { await later(0); log("finally"); } }
log(await fin());
async function nested() { try { try { await Promise.reject(1); } catch (e) { await 0; throw e + 1; } finally { log("in", await later("finally")); } } catch (e) { return e; } }
log(await nested());
log(await (async () => { for (const x of [1, 2, 3]) { if (await later(x === 2)) return x; } })());
const thenable = { then(f) { log("then called"); f("thenable"); } }; log(await thenable);
const arrow = async (x) => { const y = await x; return () => x + y; }; log((await arrow(4))());
class Base { async m(x) { return "base " + x; } } class Derived extends Base { async m(x) { const r = await super.m(await x); return r + "!"; } static async s() { return await this.name; } }
log(await new Derived().m(later("d")), await Derived.s());
async function args() { await 0; return arguments.length + ":" + [...arguments].join("+"); } log(await args(1, 2, 3));
async function mapped(a) { arguments[0] = "changed"; await 0; return a; } log(await mapped("original"));
async function self() { return this?.v; } log(await self.call({ v: 5 }));
let x = 1; async function compound() { x += await later(10); return x; } const c = compound(); x = 100; log(await c, x);
async function raw(n) { let i = 0, d = 1.5, ok = true, s = "s"; while (i < n) { d = d * 2 + (await i); ok = !ok; s += i; i++; } return [i, d, ok, s].join(); } log(await raw(5));
async function spread() { return [...(await later([1, 2])), await 3, { ...(await later({ q: 1 })) }.q]; } log((await spread()).join());
Promise.resolve().then(() => log("j1")).then(() => log("j2")); (async () => { await null; log("w1"); await null; log("w2"); })(); await later(0, 5);
async function* gen(n) { try { for (let i = 0; i < n; i++) { const got = yield later(i); if (got) log("got", got); } } catch (e) { yield "c:" + e; } finally { await 0; log("gen finally"); } return "done"; }
for await (const v of gen(3)) log(v);
const g = gen(5); log(await g.next()); log(await g.next("sent")); log(await g.throw("err")); log(await g.next()); log(await g.next());
const h = gen(5); const parallel = [h.next(), h.next(), h.return(later("ret")), h.next()]; for (const r of await Promise.all(parallel)) log(r);
async function* delegate() { const r = yield* gen(2); log("r", r); yield* [later("x"), "y"]; } for await (const v of delegate()) log(v);
for await (const v of [later(1), 2, later(3)]) log(v);
async function* rejects() { yield 1; yield Promise.reject(new Error("yielded")); } try { for await (const v of rejects()) log(v); } catch (e) { log(e.message); }
const syncIt = { *[Symbol.iterator]() { try { yield later("s1"); yield later("s2"); } finally { log("closed"); } } }; for await (const v of syncIt) { log(v); break; }
await Promise.allSettled([thrower("x"), later(2)]).then((r) => log(`${r[0].status} ${r[1].status}`));
const error = await (async () => { await 0; null.x; })().catch((e) => e); log(error instanceof TypeError);
log(Object.prototype.toString.call(async () => {}), Object.prototype.toString.call(gen(1)), async function named() {}.name);
