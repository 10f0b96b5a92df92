// --- args: --stop-after=parse
declare let a = 1;
let b = 1;
function c() {}
d();
if (e) {}
// --- stderr
error[P3134]: implementation cannot be declared in ambient contexts
 --> fail_ambient.d.ts:3:14
  |
3 | function c() {}
  |              ^

error[P3131]: statements are not allowed in ambient contexts
 --> fail_ambient.d.ts:4:1
  |
4 | d();
  | ^
