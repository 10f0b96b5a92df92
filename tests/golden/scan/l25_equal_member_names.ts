// L25: one name of two namespaces and of an import are three things.
// --- main.ts
import * as Context from "./effect";
import * as R from "./remeda";
import { omit } from "./other";
export const x = [Context.omit, R.omit, omit];
// --- effect.ts
export const omit = 1;
// --- remeda.ts
export const omit = 2;
// --- other.ts
export const omit = 3;
// --- stdout
main.ts (module)
  import "./effect": effect.ts
  import "./remeda": remeda.ts
  import "./other": other.ts
  Context = namespace of effect.ts
  R = namespace of remeda.ts
  omit = value omit of other.ts
effect.ts (module)
  exports omit = omit of effect.ts
remeda.ts (module)
  exports omit = omit of remeda.ts
other.ts (module)
