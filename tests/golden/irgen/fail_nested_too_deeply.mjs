// --- any-column
// --- unsanitized: a sanitizer's stack has another size
// --- bytes: deep.mjs
"var z = " "a => " * 600000 "1"
// --- stderr
error[P6001]: code is nested too deeply to be compiled
 --> deep.mjs:1:COLUMN
  |
1 | …a => a => a => a => a => a => a => a => a => a => a => a => a => a => a => a => a => a => a => a => a => a => a => a =>…
  |                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
