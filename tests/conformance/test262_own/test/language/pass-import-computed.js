/*---
flags: [async]
---*/
var name = "value";
import("./" + name + "_FIXTURE.js").then((module) => { assert(module.value === "value"); }).then($DONE, $DONE);
"./value_FIXTURE.js";
