// --- args: --stop-after=parse
declare module "a" { export as namespace B; }
// --- stderr
error[P3115]: global module exports may only appear at top level
 --> fail_global_export.d.ts:1:22
  |
1 | declare module "a" { export as namespace B; }
  |                      ^^^^^^^^^^^^^^^^^^^^^^
