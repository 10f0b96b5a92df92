/*---
description: constant text is compiled
---*/
var completion = eval("1; if (true) { var declared = 2; declared }");
assert(completion === 2);
