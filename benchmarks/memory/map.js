// A Map of a million numbers.
const map = new Map();
for (let i = 0; i < 1e6; i++) map.set(i, i + 1);
let sum = 0;
for (const [key, value] of map) sum += value - key;
console.log(map.size, sum);
