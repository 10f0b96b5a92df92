// --- args: compile --root=. --request=r.req --replay=d.bin
// --- a.ts
let x = 1;
// --- bytes: r.req
50 43 52 51 02 04 30 31 32 33 18 78 38 36 5f 36 34 2d 75 6e 6b 6e 6f 77
6e 2d 6c 69 6e 75 78 2d 67 6e 75 09 78 38 36 2d 36 34 2d 76 32 00 03 01
6d 04 61 2e 74 73 4c 2e 6a 89 78 be 60 86 45 aa 7a 47 32 a6 6d ff 99 6b
24 a6 f5 be 17 03 b2 fa 8a 2c 1b 19 8b aa 00 11 04 01 00 00 00 00 00 e0
32 db e3 a9 08 6e f2 94 bb 31 a6 e8 ba 35 58 5d 9c 55 69 72 36 f4 57 a7
f3 96 4d f8 a3 fd dc
// --- bytes: d.bin
01 01 0e 00 00 00 05 54 30 30 30 32 02 03 01 01 01 00 00 00
// --- stderr
error[P5019]: `d.bin` holds no diagnostics that this `perry-cc` has stored
