// --- args: --stop-after=bind
{
  let a;
  { var a; }
}
{
  { var b; }
  let b;
}
for (let c of d) {
  var c;
}
var fine;
{ let fine; }
// --- stderr
error[P2502]: `var a` conflicts with a lexical declaration of `a`
 --> fail_var_and_lexical.js:3:9
  |
2 |   let a;
  |       - first declared here
3 |   { var a; }
  |         ^

error[P2503]: `b` conflicts with a `var` that is hoisted out of this block
 --> fail_var_and_lexical.js:7:7
  |
6 |   { var b; }
  |         - first declared here
7 |   let b;
  |       ^

error[P2502]: `var c` conflicts with a lexical declaration of `c`
  --> fail_var_and_lexical.js:10:7
   |
9  | for (let c of d) {
   |          - first declared here
10 |   var c;
   |       ^
