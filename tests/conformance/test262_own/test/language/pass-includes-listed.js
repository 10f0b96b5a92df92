/*---
includes:
  - helper.js
---*/
assert(helped());
