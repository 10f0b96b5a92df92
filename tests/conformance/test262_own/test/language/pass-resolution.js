/*---
flags: [module]
negative:
  phase: resolution
  type: SyntaxError
---*/
import { absent } from './value_FIXTURE.js';
