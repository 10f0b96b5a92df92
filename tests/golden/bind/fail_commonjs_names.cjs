// --- args: --stop-after=bind
const require = 1;
var exports = {};
// --- stderr
error[P2511]: `require` is already declared in every CommonJS module
 --> fail_commonjs_names.cjs:1:7
  |
1 | const require = 1;
  |       ^^^^^^^
