// L28: exported names may be reserved words, or any text.
// --- main.ts
import { null as n, undefined as u, "any text" as t, default as d } from "./regexes";
import * as all from "./regexes";
export const x = [n, u, t, d, all.null];
// --- regexes.ts
const _null = 1, _undefined = 2;
export { _null as null, _undefined as undefined, _null as "any text", _undefined as default };
// --- stdout
main.ts (module)
  import "./regexes": regexes.ts
  import "./regexes": regexes.ts
  all = namespace of regexes.ts
  d = value undefined of regexes.ts
  n = value null of regexes.ts
  t = value null of regexes.ts
  u = value undefined of regexes.ts
regexes.ts (module)
  exports any text = null of regexes.ts
  exports default = undefined of regexes.ts
  exports null = null of regexes.ts
  exports undefined = undefined of regexes.ts
