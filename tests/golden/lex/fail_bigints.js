a = 01n;
a = 1.5n;
a = 1e3n;
// --- stdout
0..1 Identifier "a"
2..3 Equal
4..7 Number 1 LegacyOctal
7..8 Semicolon
9..10 Identifier "a" NewlineBefore
11..12 Equal
13..17 Number 1.5
17..18 Semicolon
19..20 Identifier "a" NewlineBefore
21..22 Equal
23..27 Number 1000
27..28 Semicolon
29..29 EndOfFile NewlineBefore
// --- stderr
error[P1036]: bigint literal cannot begin with `0`
 --> fail_bigints.js:1:5
  |
1 | a = 01n;
  |     ^

error[P1037]: bigint literal cannot have a fraction
 --> fail_bigints.js:2:8
  |
2 | a = 1.5n;
  |        ^

error[P1038]: bigint literal cannot have an exponent
 --> fail_bigints.js:3:8
  |
3 | a = 1e3n;
  |        ^
