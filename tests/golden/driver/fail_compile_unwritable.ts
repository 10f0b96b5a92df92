// --- args: compile a.ts -o /nowhere/a.o
// --- a.ts
let x = 1;
// --- stderr
error[P9007]: cannot write `/nowhere/a.o`: no such file or directory
