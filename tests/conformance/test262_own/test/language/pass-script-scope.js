/*---
includes: [helper.js]
---*/
var shared = helped();
function declared() {}
let lexical = ++helperCount;
assert($262.global.shared === true && $262.global.declared === declared);
assert($262.global.lexical === undefined && lexical === 1);
