// --- more-args: --goal=script
a <!-- the rest of the line
--> likewise
/* two
lines */ --> likewise
b --> c
// --- stdout
0..1 Identifier "a"
70..71 Identifier "b" NewlineBefore
72..74 MinusMinus
74..75 Greater
76..77 Identifier "c"
78..78 EndOfFile NewlineBefore
