// G06: types of a refused package need no leave.
// --- package.json
{"name": "host", "perry": {"compilePackages": []}}
// --- main.ts
import { type T } from "a";
export const x: T = 1;
// --- node_modules/a/package.json
{"name": "a", "version": "1.0.0"}
// --- node_modules/a/index.js
// --- stdout
main.ts (module)
  import "a": erased
