/a/, /=/g, x / y / z
(/[/\]]\/é/dgimsuvy)
x = /\u0061/i
// --- stdout
0..3 RegExp "a" ""
3..4 Comma
5..9 RegExp "=" "g"
9..10 Comma
11..12 Identifier "x"
13..14 Slash
15..16 Identifier "y"
17..18 Slash
19..20 Identifier "z"
21..22 LeftParen NewlineBefore
22..41 RegExp "[/\\]]\\/é" "dgimsuvy"
41..42 RightParen
43..44 Identifier "x" NewlineBefore
45..46 Equal
47..56 RegExp "\\u0061" "i"
57..57 EndOfFile NewlineBefore
