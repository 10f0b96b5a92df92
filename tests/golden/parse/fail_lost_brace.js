export function first(list) {
  const found = list.map((item) => {
    if (item.ready) {
      return item.value;
  });
  return found;
}

export const next = first;
import more from "more";
// --- stderr
error[P1104]: `)` closes nothing
 --> fail_lost_brace.js:5:4
  |
5 |   });
  |    ^

error[P1101]: expected `)`, found `export`
 --> fail_lost_brace.js:9:1
  |
2 |   const found = list.map((item) => {
  |                         - opened here
...
9 | export const next = first;
  | ^^^^^^
help: insert `)`
  |
7 | })
  |  +

error[P1101]: expected `}`, found the end of the file
  --> fail_lost_brace.js:11:1
   |
1  | export function first(list) {
   |                             - opened here
...
11 |
   | ^
help: insert `}`
   |
10 | import more from "more";}
   |                         +
