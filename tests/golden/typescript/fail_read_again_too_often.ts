// --- any-column
// --- bytes: a.ts
"f<{[" * 12000
// --- stdout
Program 0..48000 Strict hashbang_end=0
  body:
    ExpressionStatement 0..1
      expression: Identifier 0..1 name="f"
// --- stderr
error[P1102]: code is nested too deeply
 --> a.ts:1:COLUMN
  |
1 | f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[f<{[…
  |  ^
