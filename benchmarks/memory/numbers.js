// An array of ten million numbers.
const list = [];
for (let i = 0; i < 1e7; i++) list.push(i * 0.5);
let sum = 0;
for (let i = 0; i < list.length; i++) sum += list[i];
console.log(list.length, sum);
