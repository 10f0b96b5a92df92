/*---
flags: [async]
---*/
// The file is a script, and the module that the script imports.
const log = globalThis.log ??= [];
log.push(typeof this);
if (log.length === 1) {
  import("./pass-import-self.js").then(() => { assert(log.join() === "object,undefined"); }).then($DONE, $DONE);
}
