// --- bytes: big.ts
";" * 104857601
// --- stderr
error[P9005]: `big.ts` is larger than the limit of 104857600 bytes
