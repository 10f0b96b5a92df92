/*---
description: runs in both modes
---*/
assert(typeof (function () { return this; })() !== 'symbol');
