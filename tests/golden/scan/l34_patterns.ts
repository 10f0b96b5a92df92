// L34: the files that a pattern may mean are part of the program, by every name that finds them.
// --- main.ts
export const load = (name: string) => import(`./plugins/${name}.js`);
export const deep = (a: string, b: string) => import("./locale/" + a + "/x-" + b + ".mjs");
export const data = (name: string) => import(`./plugins/${name}.json`, { with: { type: "json" } });
export const nothing = (name: string) => import(`./none/${name}.js`);
// --- loader.cts
exports.load = (name: string) => require("./plugins/" + name);
// --- plugins/one.ts
import "../loader.cts";
export const one = 1;
// --- plugins/two.js
export const two = 2;
// --- plugins/types.d.ts
export declare const nothing: number;
// --- plugins/notes.txt
none
// --- plugins/.hidden.js
export {};
// --- plugins/node_modules/p/index.js
export {};
// --- plugins/data.json
{}
// --- locale/de/x-1.mjs
export {};
// --- locale/en/x-2.mjs
export {};
// --- locale/en/y-2.mjs
export {};
// --- locale/x-3.mjs
export {};
// --- stdout
main.ts (module)
  dynamic-pattern "./plugins/*.js": when it runs
    "./plugins/one.js": plugins/one.ts
    "./plugins/two.js": plugins/two.js
  dynamic-pattern "./locale/*/x-*.mjs": when it runs
    "./locale/de/x-1.mjs": locale/de/x-1.mjs
    "./locale/en/x-2.mjs": locale/en/x-2.mjs
  dynamic-pattern "./plugins/*.json": when it runs
    "./plugins/data.json": plugins/data.json
  dynamic-pattern "./none/*.js": when it runs
  exports data = data of main.ts
  exports deep = deep of main.ts
  exports load = load of main.ts
  exports nothing = nothing of main.ts
plugins/one.ts (module)
  import "../loader.cts": loader.cts
  exports one = one of plugins/one.ts
plugins/two.js (module)
  exports two = two of plugins/two.js
locale/de/x-1.mjs (module)
  exports nothing
locale/en/x-2.mjs (module)
  exports nothing
plugins/data.json (json)
  exports default = default of plugins/data.json
loader.cts (commonjs)
  require-pattern "./plugins/*": when it runs
    "./plugins/one": plugins/one.ts
    "./plugins/one.js": plugins/one.ts
    "./plugins/one.ts": plugins/one.ts
    "./plugins/two": plugins/two.js
    "./plugins/two.js": plugins/two.js
// --- stderr
warning[P5105]: this specifier is known only when the program runs; it finds modules that the program has anyway
 --> main.ts:4:49
  |
4 | export const nothing = (name: string) => import(`./none/${name}.js`);
  |                                                 ^^^^^^^^^^^^^^^^^^^
