// L22: namespace objects for re-exports, also of oneself; one module, one namespace.
// --- main.ts
import { AccountV2, Self } from "./schema";
import * as account from "./account";
export const same = [AccountV2 === account, Self];
// --- schema.ts
export * as AccountV2 from "./account";
export * as Self from "./schema";
// --- account.ts
export const id = 1;
// --- stdout
main.ts (module)
  import "./schema": schema.ts
  import "./account": account.ts
  AccountV2 = namespace of account.ts
  Self = namespace of schema.ts
  account = namespace of account.ts
schema.ts (module)
  export-from "./account": account.ts
  export-from "./schema": schema.ts
  exports AccountV2 = namespace of account.ts
  exports Self = namespace of schema.ts
account.ts (module)
  exports id = id of account.ts
