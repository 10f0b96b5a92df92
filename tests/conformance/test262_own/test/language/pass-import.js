/*---
flags: [async]
---*/
import('./value_FIXTURE.js').then((module) => { assert(module.value === 'value'); }).then($DONE, $DONE);
