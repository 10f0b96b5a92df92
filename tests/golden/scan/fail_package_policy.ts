// G04, G05, G07, G08: packages outside the host's lists are refused with the importing line; a
// package cannot grant itself.
// --- package.json
{"name": "host", "perry": {"compilePackages": ["a", "b"], "allow": {"compilePackages": ["a"]}}}
// --- main.ts
import "a";
import "b";
import "c";
// --- node_modules/a/package.json
{"name": "a", "version": "1.0.0"}
// --- node_modules/a/index.js
require("c");
// --- node_modules/b/package.json
{"name": "b", "version": "1.0.0"}
// --- node_modules/b/index.js
// --- node_modules/c/package.json
{"name": "c", "version": "1.0.0", "perry": {"compilePackages": ["c"], "allow": {"compilePackages": ["c"]}}}
// --- node_modules/c/index.js
// --- stdout
main.ts (module)
  import "a": node_modules/a/index.js
  import "b": broken
  import "c": broken
node_modules/a/index.js (commonjs)
  require "c": broken
// --- stderr
error[P5301]: package `b` may not be compiled: `b` is missing in `perry.allow.compilePackages` of the project's package.json: add `"b"` to "perry": {"allow": {"compilePackages": […]}}
 --> main.ts:2:8
  |
2 | import "b";
  |        ^^^

error[P5301]: package `c` may not be compiled: `c` is missing in `perry.compilePackages` and in `perry.allow.compilePackages` of the project's package.json: add `"c"` to "perry": {"compilePackages": […], "allow": {"compilePackages": […]}}
 --> main.ts:3:8
  |
3 | import "c";
  |        ^^^

error[P5301]: package `c` may not be compiled: `c` is missing in `perry.compilePackages` and in `perry.allow.compilePackages` of the project's package.json: add `"c"` to "perry": {"compilePackages": […], "allow": {"compilePackages": […]}}
 --> node_modules/a/index.js:1:9
  |
1 | require("c");
  |         ^^^

to allow 2 packages, let the project's package.json say "perry": {"compilePackages":["a","b","c"],"allow":{"compilePackages":["a","b","c"]}}
