// What the linker lays out: namespaces through barrels and cycles, CommonJS, import() and require.
import * as ns from "./lib/barrel.mjs";
import cjs, { named } from "./lib/common.cjs";
import { first, self } from "./lib/cycle_a.mjs";
import "./lib/asynchronous.mjs";
for (const key in ns) console.log(key, typeof ns[key]);
console.log(ns.default, ns.renamed, ns.inner.deep, ns["a string name"], ns.ﬁ);
console.log(cjs.named, named, cjs.lazy());
console.log(first(), self.first === first);
const loaded = await import("./lib/dynamic.mjs");
console.log(loaded.value, loaded === (await import("./lib/dynamic.mjs")));
try { await import("./lib/throws.mjs"); } catch (e) { console.log(e.message); }
try { ns.renamed = 1; } catch (e) { console.log(e.name); }
console.log(globalThis.order);
