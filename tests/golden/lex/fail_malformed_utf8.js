// --- bytes: malformed.js
"let a = 'x" ff fe "y';" 0a        # in a string
"/* " c3 " */ // " e2 82 0a        # in comments
"`" ed a0 80 "`; /" f5 80 "/;" 0a  # in a template and a regular expression
"let " 80 80 " b" 80 "c;" 0a       # between tokens
// --- stdout
0..3 Let
4..5 Identifier "a"
6..7 Equal
8..14 String "x�y"
14..15 Semicolon
30..35 TemplateComplete "�" "�" NewlineBefore
35..36 Semicolon
37..41 RegExp "��" ""
41..42 Semicolon
43..46 Let NewlineBefore
47..49 Error
50..51 Identifier "b"
51..52 Error
52..53 Identifier "c"
53..54 Semicolon
55..55 EndOfFile NewlineBefore
// --- stderr
error[P1001]: source is not valid UTF-8: byte `FF` and what follows
 --> malformed.js:1:11
  |
1 | let a = 'x<FF><FE>y';
  |           ^^^^^^^^

error[P1001]: source is not valid UTF-8: byte `C3`
 --> malformed.js:2:4
  |
2 | /* <C3> */ // <E2 82>
  |    ^^^^

error[P1001]: source is not valid UTF-8: byte `E2` and what follows
 --> malformed.js:2:12
  |
2 | /* <C3> */ // <E2 82>
  |               ^^^^^^^

error[P1001]: source is not valid UTF-8: byte `ED` and what follows
 --> malformed.js:3:2
  |
3 | `<ED><A0><80>`; /<F5><80>/;
  |  ^^^^^^^^^^^^

error[P1001]: source is not valid UTF-8: byte `F5` and what follows
 --> malformed.js:3:9
  |
3 | `<ED><A0><80>`; /<F5><80>/;
  |                  ^^^^^^^^

error[P1001]: source is not valid UTF-8: byte `80` and what follows
 --> malformed.js:4:5
  |
4 | let <80><80> b<80>c;
  |     ^^^^^^^^

error[P1001]: source is not valid UTF-8: byte `80`
 --> malformed.js:4:9
  |
4 | let <80><80> b<80>c;
  |               ^^^^
