// --- args: compile --root=. --request=r.req -o a.o
// --- a.ts
let x = 1;
// --- bytes: r.req
50 43 52 51 04 04 30 31 32 33 18 78 38 36 5f 36 34 2d 75 6e 6b 6e 6f 77
6e 2d 6c 69 6e 75 78 2d 67 6e 75 09 78 38 36 2d 36 34 2d 76 32 00 03 01
6d 04 61 2e 74 73 4c 2e 6a 89 78 be 60 86 45 aa 7a 47 32 a6 6d ff 99 6b
24 a6 f5 be 17 03 b2 fa 8a 2c 1b 19 8b aa 05 10 04 01 00 00 00 00 00 ff
72 66 09 35 f7 6f 9e ba fa 05 d5 7a 96 e9 61 3c 70 50 a9 ac 38 17 c7 ed
1e ab cd 4d aa 58 4a
// --- stderr
error[P5013]: `a.ts` is no source text but bytes, which `perry-cc` does not compile
