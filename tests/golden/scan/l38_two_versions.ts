// L38: two versions are two packages, two links to one place are one module.
// --- main.ts
import { v as one } from "solid";
import { v as two } from "ui";
import { v as three } from "linked";
export const x = [one, two, three];
// --- symlink: node_modules/linked -> .bun/solid@1.9.12/node_modules/solid
// --- symlink: node_modules/solid -> .bun/solid@1.9.12/node_modules/solid
// --- node_modules/.bun/solid@1.9.12/node_modules/solid/package.json
{"name": "solid", "version": "1.9.12", "type": "module"}
// --- node_modules/.bun/solid@1.9.12/node_modules/solid/index.js
export const v = 12;
// --- node_modules/ui/package.json
{"name": "ui", "version": "1.0.0", "type": "module"}
// --- node_modules/ui/index.js
export { v } from "solid";
// --- node_modules/ui/node_modules/solid/package.json
{"name": "solid", "version": "1.9.10", "type": "module"}
// --- node_modules/ui/node_modules/solid/index.js
export const v = 10;
// --- stdout
main.ts (module)
  import "solid": node_modules/.bun/solid@1.9.12/node_modules/solid/index.js
  import "ui": node_modules/ui/index.js
  import "linked": node_modules/.bun/solid@1.9.12/node_modules/solid/index.js
  one = value v of node_modules/.bun/solid@1.9.12/node_modules/solid/index.js
  three = value v of node_modules/.bun/solid@1.9.12/node_modules/solid/index.js
  two = value v of node_modules/ui/node_modules/solid/index.js
node_modules/.bun/solid@1.9.12/node_modules/solid/index.js (module)
node_modules/ui/index.js (module)
  export-from "solid": node_modules/ui/node_modules/solid/index.js
node_modules/ui/node_modules/solid/index.js (module)
