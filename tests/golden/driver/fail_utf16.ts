// --- bytes: fail_utf16.ts
ff fe "l" 00 "e" 00 "t" 00 20 00 "x" 00
// --- stderr
error[P5002]: `fail_utf16.ts` is encoded as UTF-16; source text is UTF-8
