// --- args: lib
// --- lib/a.ts
// --- stderr
error[P9003]: `lib` is a directory, not a file
