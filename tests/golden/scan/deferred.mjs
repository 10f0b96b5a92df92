// --- args: --dump=graph main.mjs
// --- main.mjs
import defer * as late from "./late.mjs";
export { late };
export const f = () => late.x;
// --- late.mjs
export const x = 1;
// --- stdout
main.mjs (module)
  import "./late.mjs": late.mjs
  late = deferred namespace of late.mjs
late.mjs (module)
  exports x = x of late.mjs
