/*---
negative:
  phase: runtime
  type: TypeError
---*/
undeclared;
