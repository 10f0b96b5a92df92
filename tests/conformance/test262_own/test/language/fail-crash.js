/*---
flags: [noStrict]
---*/
for (var list = [];;) list.push(new Array(1000).fill(list));
