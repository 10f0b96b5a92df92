/*---
negative:
  phase: parse
  type: SyntaxError
---*/
let twice; let twice;
