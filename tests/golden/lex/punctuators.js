{ } ( ) [ ] . ... ; , ? ?. : => @ # ~ ! ++ --
= += -= *= a /= %= **= <<= >>= >>>= &= |= ^= &&= ||= ??=
?? || && | ^ & == != === !== < <= > >= << >> >>> + - * a / % **
a?.5:b
// --- stdout
0..1 LeftBrace
2..3 RightBrace
4..5 LeftParen
6..7 RightParen
8..9 LeftBracket
10..11 RightBracket
12..13 Dot
14..17 Ellipsis
18..19 Semicolon
20..21 Comma
22..23 Question
24..26 QuestionDot
27..28 Colon
29..31 Arrow
32..33 At
34..35 Hash
36..37 Tilde
38..39 Bang
40..42 PlusPlus
43..45 MinusMinus
46..47 Equal NewlineBefore
48..50 PlusEqual
51..53 MinusEqual
54..56 StarEqual
57..58 Identifier "a"
59..61 SlashEqual
62..64 PercentEqual
65..68 StarStarEqual
69..72 LessLessEqual
73..76 GreaterGreaterEqual
77..81 GreaterGreaterGreaterEqual
82..84 AmpersandEqual
85..87 PipeEqual
88..90 CaretEqual
91..94 AmpersandAmpersandEqual
95..98 PipePipeEqual
99..102 QuestionQuestionEqual
103..105 QuestionQuestion NewlineBefore
106..108 PipePipe
109..111 AmpersandAmpersand
112..113 Pipe
114..115 Caret
116..117 Ampersand
118..120 EqualEqual
121..123 BangEqual
124..127 EqualEqualEqual
128..131 BangEqualEqual
132..133 Less
134..136 LessEqual
137..138 Greater
139..141 GreaterEqual
142..144 LessLess
145..147 GreaterGreater
148..151 GreaterGreaterGreater
152..153 Plus
154..155 Minus
156..157 Star
158..159 Identifier "a"
160..161 Slash
162..163 Percent
164..166 StarStar
167..168 Identifier "a" NewlineBefore
168..169 Question
169..171 Number 0.5
171..172 Colon
172..173 Identifier "b"
174..174 EndOfFile NewlineBefore
