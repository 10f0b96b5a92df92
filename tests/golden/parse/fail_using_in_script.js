// --- more-args: --goal=script
using a = b;
{ using c = d; }
using
e;
using(f);
// --- stderr
error[P2124]: `using` is not allowed at the top level of a script
 --> fail_using_in_script.js:1:1
  |
1 | using a = b;
  | ^^^^^
