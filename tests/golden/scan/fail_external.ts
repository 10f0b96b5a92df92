// --- more-args: --external=fsevents --external=aws-sdk/*
// What is left out cannot be declared; asking for it while the program runs is allowed.
// --- main.ts
import sdk from "aws-sdk/clients/s3";
export { watch } from "fsevents";
export const late = () => [import("fsevents"), import("aws-sdk/global"), sdk];
// --- stdout
main.ts (module)
  import "aws-sdk/clients/s3": broken
  export-from "fsevents": broken
  dynamic-import "fsevents": missing
  dynamic-import "aws-sdk/global": missing
// --- stderr
error[P5109]: `aws-sdk/clients/s3` is left out of the program, so no declaration can import it
 --> main.ts:1:17
  |
1 | import sdk from "aws-sdk/clients/s3";
  |                 ^^^^^^^^^^^^^^^^^^^^
  = note: `import()` and `require` of it are allowed; they throw when the program asks

error[P5109]: `fsevents` is left out of the program, so no declaration can import it
 --> main.ts:2:23
  |
2 | export { watch } from "fsevents";
  |                       ^^^^^^^^^^
  = note: `import()` and `require` of it are allowed; they throw when the program asks
