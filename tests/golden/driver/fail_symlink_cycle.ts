// --- args: a.ts
// --- symlink: a.ts -> b.ts
// --- symlink: b.ts -> a.ts
// --- stderr
error[P9006]: `a.ts` leads through a cycle of symbolic links
