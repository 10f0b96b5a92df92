// --- bytes: fail_binary.ts
7f "ELF" 02 01 01 00 * 9 03 00 3e 00 ff fe fd
// --- stderr
error[P5001]: `fail_binary.ts` is binary data, not source text
