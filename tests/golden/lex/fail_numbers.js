a = 0x + 0b + 0og;
a = 1e + 1e+;
a = 0b12 + 0o78;
a = 3px + 3in [];
// --- stdout
0..1 Identifier "a"
2..3 Equal
4..6 Number 0
7..8 Plus
9..11 Number 0
12..13 Plus
14..17 Number 0
17..18 Semicolon
19..20 Identifier "a" NewlineBefore
21..22 Equal
23..25 Number 1
26..27 Plus
28..31 Number 1
31..32 Semicolon
33..34 Identifier "a" NewlineBefore
35..36 Equal
37..41 Number 2
42..43 Plus
44..48 Number 56
48..49 Semicolon
50..51 Identifier "a" NewlineBefore
52..53 Equal
54..57 Number 3
58..59 Plus
60..61 Number 3
61..63 In
64..65 LeftBracket
65..66 RightBracket
66..67 Semicolon
68..68 EndOfFile NewlineBefore
// --- stderr
error[P1030]: expected hexadecimal digits after `0x`
 --> fail_numbers.js:1:5
  |
1 | a = 0x + 0b + 0og;
  |     ^^

error[P1030]: expected binary digits after `0b`
 --> fail_numbers.js:1:10
  |
1 | a = 0x + 0b + 0og;
  |          ^^

error[P1030]: expected octal digits after `0o`
 --> fail_numbers.js:1:15
  |
1 | a = 0x + 0b + 0og;
  |               ^^

error[P1031]: expected digits in the exponent
 --> fail_numbers.js:2:6
  |
2 | a = 1e + 1e+;
  |      ^

error[P1031]: expected digits in the exponent
 --> fail_numbers.js:2:11
  |
2 | a = 1e + 1e+;
  |           ^^

error[P1032]: `2` is not a binary digit
 --> fail_numbers.js:3:8
  |
3 | a = 0b12 + 0o78;
  |        ^

error[P1032]: `8` is not an octal digit
 --> fail_numbers.js:3:15
  |
3 | a = 0b12 + 0o78;
  |               ^

error[P1039]: `px` may not follow a number directly
 --> fail_numbers.js:4:6
  |
4 | a = 3px + 3in [];
  |      ^^

error[P1039]: `in` may not follow a number directly
 --> fail_numbers.js:4:12
  |
4 | a = 3px + 3in [];
  |            ^^
