a <!--b
// --- stdout
0..1 Identifier "a"
2..3 Less
3..4 Bang
4..6 MinusMinus
6..7 Identifier "b"
8..8 EndOfFile NewlineBefore
