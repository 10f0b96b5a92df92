/*---
flags: [module]
---*/
import { value, self } from './value_FIXTURE.js';
assert(value === 'value' && self.value === value && this === undefined);
