function pick(a, b) {
  if (a) {
    return 1;
  }}
  else if (b) {
    return 2;
  }
  return 3;
}
pick();
// --- stderr
error[P1106]: expected a statement, found `else`
 --> fail_extra_brace.js:5:3
  |
5 |   else if (b) {
  |   ^^^^
