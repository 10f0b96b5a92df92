/*---
negative:
  phase: runtime
  type: TypeError
---*/
null.property;
