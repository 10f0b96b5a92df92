// --- more-args: --goal=script
'a' "b'c" '' 'é'
'\b\f\n\r\t\v\0\'\\\q\x41\u0042\u{43}'
'one \
two'
'\uD83D\uDE00' '\uD83D' '\uDE00\uD83D'
'\07\8'
// --- stdout
0..3 String "a"
4..9 String "b'c"
10..12 String ""
13..17 String "é"
18..56 String "\b\f\n\r\t\u000b\u0000'\\qABC" NewlineBefore Escaped
57..68 String "one two" NewlineBefore Escaped
69..83 String "😀" NewlineBefore Escaped
84..92 String "\ud83d" Escaped
93..107 String "\ude00\ud83d" Escaped
108..115 String "\u00078" NewlineBefore Escaped LegacyOctal
116..116 EndOfFile NewlineBefore
