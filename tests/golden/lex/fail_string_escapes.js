a = '\x4';
b = '\u12';
c = '\u{}';
d = '\u{12';
e = '\u{110000}';
// --- stdout
0..1 Identifier "a"
2..3 Equal
4..9 String "" Escaped
9..10 Semicolon
11..12 Identifier "b" NewlineBefore
13..14 Equal
15..21 String "" Escaped
21..22 Semicolon
23..24 Identifier "c" NewlineBefore
25..26 Equal
27..33 String "" Escaped
33..34 Semicolon
35..36 Identifier "d" NewlineBefore
37..38 Equal
39..46 String "" Escaped
46..47 Semicolon
48..49 Identifier "e" NewlineBefore
50..51 Equal
52..64 String "" Escaped
64..65 Semicolon
66..66 EndOfFile NewlineBefore
// --- stderr
error[P1010]: `\x` needs two hexadecimal digits, found `'`
 --> fail_string_escapes.js:1:6
  |
1 | a = '\x4';
  |      ^^^

error[P1011]: `\u` needs four hexadecimal digits or `{...}`, found `'`
 --> fail_string_escapes.js:2:6
  |
2 | b = '\u12';
  |      ^^^^

error[P1012]: `\u{}` holds no digits
 --> fail_string_escapes.js:3:6
  |
3 | c = '\u{}';
  |      ^^^^

error[P1013]: expected a hexadecimal digit or `}` in `\u{...}`, found `'`
 --> fail_string_escapes.js:4:6
  |
4 | d = '\u{12';
  |      ^^^^^

error[P1014]: escape denotes a code point above `10FFFF`
 --> fail_string_escapes.js:5:9
  |
5 | e = '\u{110000}';
  |         ^^^^^^
