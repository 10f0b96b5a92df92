// --- args: compile a.ts -o a.o --target=aarch64-linux-gnu --cpu=x86-64-v3
// --- a.ts
let x = 1;
// --- stderr
error[P5016]: there is no CPU `x86-64-v3` for `aarch64-unknown-linux-gnu`
