/*---
flags: [module]
negative:
  phase: resolution
  type: SyntaxError
---*/
import { value } from './value_FIXTURE.js';
