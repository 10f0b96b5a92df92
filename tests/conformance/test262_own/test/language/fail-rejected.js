/*---
description: no program
---*/
let = ;
