a = '\07' + '\8';
b = 017 + 089;
// --- stdout
0..1 Identifier "a"
2..3 Equal
4..9 String "\u0007" Escaped LegacyOctal
10..11 Plus
12..16 String "8" Escaped LegacyOctal
16..17 Semicolon
18..19 Identifier "b" NewlineBefore
20..21 Equal
22..25 Number 15 LegacyOctal
26..27 Plus
28..31 Number 89 LegacyOctal
31..32 Semicolon
33..33 EndOfFile NewlineBefore
// --- stderr
error[P1015]: octal escape `\07` is not allowed in strict code
 --> fail_strict_octal.js:1:6
  |
1 | a = '\07' + '\8';
  |      ^^^
help: write `\x07`
  |
1 - a = '\07' + '\8';
1 + a = '\x07' + '\8';

error[P1016]: escape `\8` is not allowed in strict code
 --> fail_strict_octal.js:1:14
  |
1 | a = '\07' + '\8';
  |              ^^
help: write `8`
  |
1 - a = '\07' + '\8';
1 + a = '\07' + '8';

error[P1040]: octal literal `017` is not allowed in strict code
 --> fail_strict_octal.js:2:5
  |
2 | b = 017 + 089;
  |     ^^^
help: write `0o17`
  |
2 - b = 017 + 089;
2 + b = 0o17 + 089;

error[P1041]: decimal literal with a leading zero is not allowed in strict code
 --> fail_strict_octal.js:2:11
  |
2 | b = 017 + 089;
  |           ^^^
help: write `89`
  |
2 - b = 017 + 089;
2 + b = 017 + 89;
