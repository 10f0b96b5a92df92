// G11: what cannot be read is named with who asks for it and why.
// --- args: main.ts
// --- main.ts
import "./a";
// --- symlink: a.ts -> ../../../../../../../../../../proc/sys/vm/drop_caches
// --- stderr
error[P5106]: cannot read `/proc/sys/vm/drop_caches`: permission denied
 --> main.ts:1:8
  |
1 | import "./a";
  |        ^^^^^
