/*---
flags: [noStrict]
---*/
assert((function () { return this; })() === $262.global);
assert(harnessStrictness === false, 'the harness is not made strict');
