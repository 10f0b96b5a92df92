/*---
flags: [module]
---*/
import { absent } from './value_FIXTURE.js';
