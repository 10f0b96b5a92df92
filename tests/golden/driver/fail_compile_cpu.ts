// --- args: compile a.ts -o a.o --cpu=pentium9
// --- a.ts
let x = 1;
// --- stderr
error[P5016]: there is no CPU `pentium9` for `x86_64-pc-linux-gnu`
