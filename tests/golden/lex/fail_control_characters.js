// --- bytes: control.js
"let x" 00 00 01 "= 1" 7f ";" 0a
// --- stdout
0..3 Let
4..5 Identifier "x"
5..8 Error
8..9 Equal
10..11 Number 1
11..12 Error
12..13 Semicolon
14..14 EndOfFile NewlineBefore
// --- stderr
error[P1002]: unexpected character U+0000
 --> control.js:1:6
  |
1 | let x␀␀␁= 1␡;
  |      ^

error[P1002]: unexpected character U+007F
 --> control.js:1:12
  |
1 | let x␀␀␁= 1␡;
  |            ^
