import defaultExport, { counter, bump, later as renamed } from "./lib/counter.mjs";
import * as namespace from "./lib/counter.mjs";

console.log(defaultExport, counter, renamed());
bump();
console.log(counter, namespace.counter, Object.keys(namespace).join());
