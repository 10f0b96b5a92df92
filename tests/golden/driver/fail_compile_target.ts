// --- args: compile a.ts -o a.o --target=m68k-linux-gnu
// --- a.ts
let x = 1;
// --- stderr
error[P5015]: `m68k-linux-gnu` is no target that there is code for: x86_64 and aarch64 on Linux are
