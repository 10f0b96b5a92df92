// --- more-args: --goal=script
0 7 1. .5 1.5e3 25E-1 1_000.000_1
9007199254740993 1e400 5e-324 1e-400
0xFf 0o17 0B101 0x20000000000001
0n 1_000n 0xFFn
017 089.5 010.toString
// --- stdout
0..1 Number 0
2..3 Number 7
4..6 Number 1
7..9 Number 0.5
10..15 Number 1500
16..21 Number 2.5
22..33 Number 1000.0001
34..50 Number 9007199254740992 NewlineBefore
51..56 Number Infinity
57..63 Number 5e-324
64..70 Number 0
71..75 Number 255 NewlineBefore
76..80 Number 15
81..86 Number 5
87..103 Number 9007199254740992
104..106 BigInt "0" NewlineBefore
107..113 BigInt "1000"
114..119 BigInt "0xFF"
120..123 Number 15 NewlineBefore LegacyOctal
124..129 Number 89.5 LegacyOctal
130..133 Number 8 LegacyOctal
133..134 Dot
134..142 Identifier "toString"
143..143 EndOfFile NewlineBefore
