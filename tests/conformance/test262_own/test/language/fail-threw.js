/*---
description: fails in strict mode alone
---*/
assert((function () { return this; })() !== undefined, 'no this');
