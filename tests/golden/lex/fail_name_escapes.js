a\x61;
\u0031a;
a\u002D;
\uD842\uDFB7;
// --- stdout
0..5 Identifier "ax61" Escaped
5..6 Semicolon
7..14 Identifier "a" NewlineBefore Escaped
14..15 Semicolon
16..23 Identifier "a" NewlineBefore Escaped
23..24 Semicolon
25..37 Identifier "" NewlineBefore Escaped
37..38 Semicolon
39..39 EndOfFile NewlineBefore
// --- stderr
error[P1018]: only `\u` escapes may stand in a name, found `x`
 --> fail_name_escapes.js:1:2
  |
1 | a\x61;
  |  ^

error[P1019]: `\u0031` cannot begin a name
 --> fail_name_escapes.js:2:1
  |
2 | \u0031a;
  | ^^^^^^

error[P1020]: `\u002D` cannot be part of a name
 --> fail_name_escapes.js:3:2
  |
3 | a\u002D;
  |  ^^^^^^

error[P1019]: `\uD842` cannot begin a name
 --> fail_name_escapes.js:4:1
  |
4 | \uD842\uDFB7;
  | ^^^^^^
