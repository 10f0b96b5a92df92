const f = (this: Window, a: number) => a;
// --- stderr
error[P2048]: arrow function cannot have a `this` parameter
 --> fail_this_in_arrow.ts:1:12
  |
1 | const f = (this: Window, a: number) => a;
  |            ^^^^
