// L29, L30: a CommonJS barrel: names are found, values come from the module that ran.
// --- main.ts
import { Dispatcher, Leaf } from "./undici.cjs";
import undici from "./undici.cjs";
import * as all from "./undici.cjs";
export const x = [Dispatcher, Leaf, undici, all];
// --- undici.cjs
const Dispatcher = require("./dispatcher.cjs");
module.exports.Dispatcher = Dispatcher;
module.exports.Leaf = require("./leaf.cjs").Leaf;
// --- dispatcher.cjs
module.exports = class Dispatcher {};
// --- leaf.cjs
exports.Leaf = class Leaf {};
// --- stdout
main.ts (module)
  import "./undici.cjs": undici.cjs
  import "./undici.cjs": undici.cjs
  import "./undici.cjs": undici.cjs
  Dispatcher = CommonJS Dispatcher of undici.cjs
  Leaf = CommonJS Leaf of undici.cjs
  all = namespace of undici.cjs
  undici = CommonJS default of undici.cjs
undici.cjs (commonjs)
  require "./dispatcher.cjs": dispatcher.cjs
  require "./leaf.cjs": leaf.cjs
  exports Dispatcher = Dispatcher of undici.cjs
  exports Leaf = Leaf of undici.cjs
  exports default = default of undici.cjs
  exports module.exports = default of undici.cjs
dispatcher.cjs (commonjs)
leaf.cjs (commonjs)
