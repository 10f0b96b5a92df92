// Counters that stay integers, and those that do not.
let sum = 0;
for (let i = 0; i < 1000; i++) sum = (sum + i * 3) | 0;
console.log(sum);
let big = 1;
for (let i = 0; i < 40; i++) big *= 3;
console.log(big);
let wraps = 2147483640;
for (let i = 0; i < 20; i++) wraps++;
console.log(wraps);
let wrapped = 2147483640;
for (let i = 0; i < 20; i++) wrapped = (wrapped + 1) | 0;
console.log(wrapped);
let down = 0;
for (let i = 10; i >= 0; i -= 0.5) down += i;
console.log(down);
let product = 1 >>> 0;
for (let i = 1; i < 20; i++) product = Math.imul ? (product * i) >>> 0 : 0;
console.log(product);
