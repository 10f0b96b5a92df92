// --- bytes: byte_order_mark.js
ef bb bf "#!hashbang" 0a "a" 0a
// --- stdout
14..15 Identifier "a" NewlineBefore
16..16 EndOfFile NewlineBefore
