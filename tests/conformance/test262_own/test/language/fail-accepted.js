/*---
negative:
  phase: parse
  type: SyntaxError
---*/
var fine;
