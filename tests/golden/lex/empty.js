// --- bytes: empty.js
// --- stdout
0..0 EndOfFile
