a = /b/\u0067;
// --- stdout
0..1 Identifier "a"
2..3 Equal
4..13 RegExp "b" ""
13..14 Semicolon
15..15 EndOfFile NewlineBefore
// --- stderr
error[P1021]: flags of a regular expression may not be escaped
 --> fail_regexp_flags.js:1:8
  |
1 | a = /b/\u0067;
  |        ^
