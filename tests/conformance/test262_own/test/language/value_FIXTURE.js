/*---
description: not a test
---*/
export const value = 'value';
export * as self from './value_FIXTURE.js';
