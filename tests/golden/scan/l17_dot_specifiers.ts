// L17: `.` and `..` are relative; a module may export its own namespace.
// --- main.ts
import { Worktree } from "./lib/inner";
import * as up from "./lib/inner/deep";
export const x = [Worktree, up];
// --- lib/index.ts
export const lib = 1;
// --- lib/inner/index.ts
export * as Worktree from ".";
export const inner = 2;
// --- lib/inner/deep.ts
export { lib } from "..";
export { inner } from "./";
export { lib as again } from "../";
// --- stdout
main.ts (module)
  import "./lib/inner": lib/inner/index.ts
  import "./lib/inner/deep": lib/inner/deep.ts
  Worktree = namespace of lib/inner/index.ts
  up = namespace of lib/inner/deep.ts
lib/inner/index.ts (module)
  export-from ".": lib/inner/index.ts
  exports Worktree = namespace of lib/inner/index.ts
  exports inner = inner of lib/inner/index.ts
lib/inner/deep.ts (module)
  export-from "..": lib/index.ts
  export-from "./": lib/inner/index.ts
  export-from "../": lib/index.ts
  exports again = lib of lib/index.ts
  exports inner = inner of lib/inner/index.ts
  exports lib = lib of lib/index.ts
lib/index.ts (module)
