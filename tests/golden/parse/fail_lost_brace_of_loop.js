loop: for (;;) {
  if (a) {
    break loop;
}
export default first;
// --- stderr
error[P2163]: `export` must be at the top level of a module
 --> fail_lost_brace_of_loop.js:5:1
  |
5 | export default first;
  | ^^^^^^

error[P1101]: expected `}`, found the end of the file
 --> fail_lost_brace_of_loop.js:6:1
  |
1 | loop: for (;;) {
  |                - opened here
...
6 |
  | ^
help: insert `}`
  |
5 | export default first;}
  |                      +
