#!/usr/bin/env node
// line
/* block */ a /* two
lines */ b
/* #__PURE__ */ c()
/* @__NO_SIDE_EFFECTS__ */ function f() {}
// --- stdout
40..41 Identifier "a" NewlineBefore
58..59 Identifier "b" NewlineBefore
76..77 Identifier "c" NewlineBefore PureBefore
77..78 LeftParen
78..79 RightParen
107..115 Function NewlineBefore NoSideEffectsBefore
116..117 Identifier "f"
117..118 LeftParen
118..119 RightParen
120..121 LeftBrace
121..122 RightBrace
123..123 EndOfFile NewlineBefore
