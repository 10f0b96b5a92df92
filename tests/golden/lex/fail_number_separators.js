a = 1_ + 1_.5 + 1._5 + 1e_5 + 0x_1;
a = 1__0 + 1___0;
a = 0_1;
// --- stdout
0..1 Identifier "a"
2..3 Equal
4..6 Number 1
7..8 Plus
9..13 Number 1.5
14..15 Plus
16..20 Number 1.5
21..22 Plus
23..27 Number 100000
28..29 Plus
30..34 Number 1
34..35 Semicolon
36..37 Identifier "a" NewlineBefore
38..39 Equal
40..44 Number 10
45..46 Plus
47..52 Number 10
52..53 Semicolon
54..55 Identifier "a" NewlineBefore
56..57 Equal
58..61 Number 1 LegacyOctal
61..62 Semicolon
63..63 EndOfFile NewlineBefore
// --- stderr
error[P1033]: numeric separator must stand between two digits
 --> fail_number_separators.js:1:6
  |
1 | a = 1_ + 1_.5 + 1._5 + 1e_5 + 0x_1;
  |      ^

error[P1033]: numeric separator must stand between two digits
 --> fail_number_separators.js:1:11
  |
1 | a = 1_ + 1_.5 + 1._5 + 1e_5 + 0x_1;
  |           ^

error[P1033]: numeric separator must stand between two digits
 --> fail_number_separators.js:1:19
  |
1 | a = 1_ + 1_.5 + 1._5 + 1e_5 + 0x_1;
  |                   ^

error[P1033]: numeric separator must stand between two digits
 --> fail_number_separators.js:1:26
  |
1 | a = 1_ + 1_.5 + 1._5 + 1e_5 + 0x_1;
  |                          ^

error[P1033]: numeric separator must stand between two digits
 --> fail_number_separators.js:1:33
  |
1 | a = 1_ + 1_.5 + 1._5 + 1e_5 + 0x_1;
  |                                 ^

error[P1034]: only one numeric separator may stand between two digits
 --> fail_number_separators.js:2:7
  |
2 | a = 1__0 + 1___0;
  |       ^

error[P1034]: only one numeric separator may stand between two digits
 --> fail_number_separators.js:2:14
  |
2 | a = 1__0 + 1___0;
  |              ^^

error[P1035]: numeric separator is not allowed in a number that begins with `0`
 --> fail_number_separators.js:3:6
  |
3 | a = 0_1;
  |      ^
