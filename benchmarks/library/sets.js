// Map and Set: numbers, texts and objects as keys, deletion, iteration, set algebra, grouping, weak maps.
let seed = 17;
function random(n) {
  seed = (seed * 16807) % 2147483647;
  return Math.floor((seed / 2147483647) * n);
}
const byNumber = new Map();
for (let i = 0; i < 400000; i++) byNumber.set(random(200000), i);
let sum = 0;
for (let i = 0; i < 400000; i++) sum += byNumber.get(i) ?? 1;
console.log('numbers', byNumber.size, sum);

const byText = new Map();
for (let i = 0; i < 300000; i++) {
  const key = `key ${random(50000)}`;
  byText.set(key, (byText.get(key) ?? 0) + 1);
}
let most = 0;
for (const [key, count] of byText) if (count + key.length > most) most = count + key.length;
console.log('texts', byText.size, most);

const objects = Array.from({ length: 100000 }, (_, i) => ({ i }));
const byObject = new Map(objects.map((object) => [object, object.i]));
const weak = new WeakMap();
for (const object of objects) weak.set(object, object.i);
let found = 0;
for (const object of objects) found += byObject.get(object) + weak.get(object);
console.log('objects', found);

const queue = new Set();
let removed = 0;
for (let i = 0; i < 600000; i++) {
  queue.add(i);
  if (queue.size > 1000) {
    const first = queue.values().next().value;
    queue.delete(first);
    removed += first;
  }
}
console.log('queue', queue.size, removed);

const evens = new Set();
const thirds = new Set();
for (let i = 0; i < 200000; i += 2) evens.add(i);
for (let i = 0; i < 200000; i += 3) thirds.add(i);
let both = 0;
for (const i of evens) if (thirds.has(i)) both++;
console.log('both', both, new Set([...evens, ...thirds]).size);

const groups = new Map();
for (const object of objects) {
  const key = object.i % 97;
  const group = groups.get(key);
  if (group) group.push(object);
  else groups.set(key, [object]);
}
let grouped = 0;
groups.forEach((group, key) => (grouped += group.length * key));
console.log('groups', groups.size, grouped);
