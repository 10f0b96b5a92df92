// --- args: --dump=graph nowhere.ts
// --- main.ts
// --- stdout
nowhere.ts (commonjs)
// --- stderr
error[P5107]: cannot find the entry `nowhere.ts`
