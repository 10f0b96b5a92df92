// --- bytes: line_ends.js
"a" 0d 0a "b" 0d "c" e2 80 a8 "d" e2 80 a9 "e /*" e2 80 a8 "*/ f" 0a
"`x" 0d 0a "y" 0d "z`" 0a
// --- stdout
0..1 Identifier "a"
3..4 Identifier "b" NewlineBefore
5..6 Identifier "c" NewlineBefore
9..10 Identifier "d" NewlineBefore
13..14 Identifier "e" NewlineBefore
23..24 Identifier "f" NewlineBefore
25..33 TemplateComplete "x\ny\nz" "x\ny\nz" NewlineBefore
34..34 EndOfFile NewlineBefore
