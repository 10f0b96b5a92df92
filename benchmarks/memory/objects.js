// A million small objects.
const list = [];
for (let i = 0; i < 1e6; i++) list.push({ x: i, y: i * 2, name: 'n' });
let sum = 0;
for (const object of list) sum += object.x + object.y;
console.log(list.length, sum);
