let a = 1; /* and so on
let b = 2;
// --- stdout
0..3 Let
4..5 Identifier "a"
6..7 Equal
8..9 Number 1
9..10 Semicolon
35..35 EndOfFile NewlineBefore
// --- stderr
error[P1006]: unterminated comment
 --> fail_unterminated_comment.js:1:12
  |
1 | let a = 1; /* and so on
  |            ^^
