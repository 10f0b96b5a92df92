if (a === "b) {
  call('one, two);
  next();
} else if (/[ab/.test(a)) {
  const x = 'y;
}
last();
// --- stderr
error[P1003]: unterminated string literal
 --> fail_torn_line.js:1:11
  |
1 | if (a === "b) {
  |           ^

error[P1003]: unterminated string literal
 --> fail_torn_line.js:2:8
  |
2 |   call('one, two);
  |        ^

error[P1005]: unterminated regular expression literal
 --> fail_torn_line.js:4:12
  |
4 | } else if (/[ab/.test(a)) {
  |            ^- this class is not closed

error[P1003]: unterminated string literal
 --> fail_torn_line.js:5:13
  |
5 |   const x = 'y;
  |             ^
