export const options = {
  build: make({ target: "es2024" ,
  watch: false,
};
import more from "more";
export { options as more };
// --- stderr
error[P1101]: expected `)`, found `;`
 --> fail_lost_brace_of_literal.js:4:2
  |
2 |   build: make({ target: "es2024" ,
  |              - opened here
3 |   watch: false,
4 | };
  |  ^
help: insert `)`
  |
4 | });
  |  +
