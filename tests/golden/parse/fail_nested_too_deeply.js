// --- any-column
// --- unsanitized: its stack is a gigabyte, which takes a minute to touch
// --- bytes: fail_nested_too_deeply.js
"a = " "[" * 2000000
// --- stderr
error[P1102]: code is nested too deeply
 --> fail_nested_too_deeply.js:1:COLUMN
  |
1 | …[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
  |                                          ^
