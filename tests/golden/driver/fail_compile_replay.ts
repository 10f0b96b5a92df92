// --- args: compile --root=. --request=r.req --replay=d.bin
// --- a.ts
let x = 1;
// --- bytes: r.req
50 43 52 51 04 04 30 31 32 33 18 78 38 36 5f 36 34 2d 75 6e 6b 6e 6f 77
6e 2d 6c 69 6e 75 78 2d 67 6e 75 09 78 38 36 2d 36 34 2d 76 32 00 03 01
6d 04 61 2e 74 73 4c 2e 6a 89 78 be 60 86 45 aa 7a 47 32 a6 6d ff 99 6b
24 a6 f5 be 17 03 b2 fa 8a 2c 1b 19 8b aa 00 11 04 01 00 00 00 00 00 d8
a0 76 7d 99 c9 60 8e 4b cf 46 04 4a ff af ef 95 8b 51 52 8e 2e d4 6d d5
83 9e a2 a8 3f 42 b6
// --- bytes: d.bin
01 01 0e 00 00 00 05 54 30 30 30 32 02 03 01 01 01 00 00 00
// --- stderr
error[P5019]: `d.bin` holds no diagnostics that this `perry-cc` has stored
