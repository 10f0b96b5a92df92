// --- args: --stop-after=parse
// One message for each mistake, and the rest is read.
let a: Array<string = 1;
interface B { c: ; d: string }
type E = { f: number;
let g: (h: ) => void;
enum I { j, , k }
// --- stderr
error[P1101]: expected `>`, found `=`
 --> fail_recovery.ts:2:21
  |
2 | let a: Array<string = 1;
  |             -       ^
  |             |
  |             opened here
help: insert `>`
  |
2 | let a: Array<string> = 1;
  |                    +

error[P3001]: expected a type, found `;`
 --> fail_recovery.ts:3:18
  |
3 | interface B { c: ; d: string }
  |                  ^

error[P1101]: expected `}`, found `let`
 --> fail_recovery.ts:5:1
  |
4 | type E = { f: number;
  |          - opened here
5 | let g: (h: ) => void;
  | ^^^
help: insert `}`
  |
4 | type E = { f: number;}
  |                      +

error[P3001]: expected a type, found `)`
 --> fail_recovery.ts:5:12
  |
5 | let g: (h: ) => void;
  |            ^

error[P1101]: expected a member name, found `,`
 --> fail_recovery.ts:6:13
  |
6 | enum I { j, , k }
  |             ^
