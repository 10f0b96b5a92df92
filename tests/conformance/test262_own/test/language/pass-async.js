/*---
flags: [async]
---*/
Promise.resolve().then(() => { assert(true); }).then($DONE, $DONE);
