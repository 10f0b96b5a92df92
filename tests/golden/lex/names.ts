if yield abstract iff $ _ été 𠮷
a_name_that_is_longer_than_one_block
v\u0061r \u{61}b a\u200D
#private #\u0061 # a
// --- stdout
0..2 If
3..8 Yield
9..17 Abstract
18..21 Identifier "iff"
22..23 Identifier "$"
24..25 Identifier "_"
26..31 Identifier "été"
32..36 Identifier "𠮷"
37..73 Identifier "a_name_that_is_longer_than_one_block" NewlineBefore
74..82 Identifier "var" NewlineBefore Escaped
83..90 Identifier "ab" Escaped
91..98 Identifier "a‍" Escaped
99..107 PrivateName "private" NewlineBefore
108..115 PrivateName "a" Escaped
116..117 Hash
118..119 Identifier "a"
120..120 EndOfFile NewlineBefore
