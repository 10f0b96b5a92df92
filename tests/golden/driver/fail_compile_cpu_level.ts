// --- args: compile a.ts -o a.o --target=aarch64-linux-gnu --cpu=modern
// --- a.ts
let x = 1;
// --- stderr
error[P5017]: `modern` says nothing of `aarch64-unknown-linux-gnu`: name one of its CPUs, or `baseline`
