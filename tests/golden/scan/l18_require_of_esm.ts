// L18: `require` of an ES module gives its namespace; there need be no `default`.
// --- main.ts
import c from "./c.cjs";
export const x = c;
// --- c.cjs
const esm = require("./esm.mjs");
module.exports = esm.named;
// --- esm.mjs
export const named = 1;
// --- stdout
main.ts (module)
  import "./c.cjs": c.cjs
  c = CommonJS default of c.cjs
c.cjs (commonjs)
  require "./esm.mjs": esm.mjs
esm.mjs (module)
  exports named = named of esm.mjs
