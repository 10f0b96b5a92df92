// --- bytes: zero_in_comment.ts
"// " 00 0a "let x;" 0a
