let x = 1 § 2;
let y = “quoted”;
let z = \;
 #!/not/first
// --- stdout
0..3 Let
4..5 Identifier "x"
6..7 Equal
8..9 Number 1
10..12 Error
13..14 Number 2
14..15 Semicolon
16..19 Let NewlineBefore
20..21 Identifier "y"
22..23 Equal
24..27 Error
27..33 Identifier "quoted"
33..36 Error
36..37 Semicolon
38..41 Let NewlineBefore
42..43 Identifier "z"
44..45 Equal
46..47 Error
47..48 Semicolon
63..63 EndOfFile NewlineBefore
// --- stderr
error[P1002]: unexpected character `§` (U+00A7)
 --> fail_characters.js:1:11
  |
1 | let x = 1 § 2;
  |           ^

error[P1002]: unexpected character `“` (U+201C)
 --> fail_characters.js:2:9
  |
2 | let y = “quoted”;
  |         ^
help: write `"`
  |
2 - let y = “quoted”;
2 + let y = "quoted”;

error[P1002]: unexpected character `”` (U+201D)
 --> fail_characters.js:2:16
  |
2 | let y = “quoted”;
  |                ^
help: write `"`
  |
2 - let y = “quoted”;
2 + let y = “quoted";

error[P1002]: unexpected character `\`
 --> fail_characters.js:3:9
  |
3 | let z = \;
  |         ^

error[P1007]: `#!` may only begin the first line of a file
 --> fail_characters.js:4:2
  |
4 |  #!/not/first
  |  ^^
