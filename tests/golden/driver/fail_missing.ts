// --- args: no-such-file.ts
// --- stderr
error[P9001]: file `no-such-file.ts` does not exist
