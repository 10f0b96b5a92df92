// --- args: compile a.ts
// --- exit: 2
// --- stderr
perry-cc: no output: name one with -o, or `-o -`
Run with --help for more information.
