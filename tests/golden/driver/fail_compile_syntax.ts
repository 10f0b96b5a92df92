// --- args: compile a.ts -o a.o
// --- a.ts
let x = ;
// --- stderr
error[P1105]: expected an expression, found `;`
 --> a.ts:1:9
  |
1 | let x = ;
  |         ^
