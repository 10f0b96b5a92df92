let a = 'it;
let b = "is;
let c = 'fine';
// --- stdout
0..3 Let
4..5 Identifier "a"
6..7 Equal
8..12 String "it;" Unterminated
13..16 Let NewlineBefore
17..18 Identifier "b"
19..20 Equal
21..25 String "is;" Unterminated
26..29 Let NewlineBefore
30..31 Identifier "c"
32..33 Equal
34..40 String "fine"
40..41 Semicolon
42..42 EndOfFile NewlineBefore
// --- stderr
error[P1003]: unterminated string literal
 --> fail_unterminated_string.js:1:9
  |
1 | let a = 'it;
  |         ^

error[P1003]: unterminated string literal
 --> fail_unterminated_string.js:2:9
  |
2 | let b = "is;
  |         ^
