/*---
flags: [module]
---*/
import defer * as deferred from "./effect_FIXTURE.js";
import { value } from "./value_FIXTURE.js";
assert(globalThis.effect === undefined && value === "value");
assert(deferred[Symbol.toStringTag] === "Deferred Module" && globalThis.effect === undefined);
assert(deferred.done === true && globalThis.effect === 1);
