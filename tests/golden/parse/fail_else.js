else { }
if (a) b; c;
else d;
e;
// --- stderr
error[P1106]: expected a statement, found `else`
 --> fail_else.js:1:1
  |
1 | else { }
  | ^^^^
