/*---
flags: [async]
---*/
Promise.reject('rejected').then($DONE, $DONE);
