let a = /[a/;
let b = /\
/;
// --- stdout
0..3 Let
4..5 Identifier "a"
6..7 Equal
8..13 RegExp "[a/;" "" Unterminated
14..17 Let NewlineBefore
18..19 Identifier "b"
20..21 Equal
22..24 RegExp "\\" "" Unterminated
25..26 Slash NewlineBefore
26..27 Semicolon
28..28 EndOfFile NewlineBefore
// --- stderr
error[P1005]: unterminated regular expression literal
 --> fail_unterminated_regexp.js:1:9
  |
1 | let a = /[a/;
  |         ^- this class is not closed

error[P1005]: unterminated regular expression literal
 --> fail_unterminated_regexp.js:2:9
  |
2 | let b = /\
  |         ^
