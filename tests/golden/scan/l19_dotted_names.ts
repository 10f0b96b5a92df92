// L19: only known extensions are replaced.
// --- main.ts
import { g } from "./migration.gen";
import { r } from "./runtime.lifecycle";
import { j } from "./plain.js";
export const x = [g, r, j];
// --- migration.ts
export const wrong = 1;
// --- migration.gen.ts
export const g = 1;
// --- runtime.ts
export const wrong = 1;
// --- runtime.lifecycle.ts
export const r = 1;
// --- plain.ts
export const j = 1;
// --- stdout
main.ts (module)
  import "./migration.gen": migration.gen.ts
  import "./runtime.lifecycle": runtime.lifecycle.ts
  import "./plain.js": plain.ts
  g = value g of migration.gen.ts
  j = value j of plain.ts
  r = value r of runtime.lifecycle.ts
migration.gen.ts (module)
runtime.lifecycle.ts (module)
plain.ts (module)
