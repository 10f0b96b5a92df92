// JSON.parse and JSON.stringify of records, of deep nesting, of numbers, with replacer, reviver and indent.
let seed = 11;
function random(n) {
  seed = (seed * 16807) % 2147483647;
  return Math.floor((seed / 2147483647) * n);
}
function record(i) {
  return {
    id: i, name: `user ${random(1000)}`, email: `user${i}@example.com`, active: random(2) === 0, score: random(100000) / 7,
    tags: ['alpha', 'beta "quoted"', 'gämma', 'line\nbreak'].slice(0, random(5)), address: { city: 'Zürich', zip: 8000 + random(99), geo: [47.3 + random(9) / 1000, 8.5] },
    parent: random(3) === 0 ? null : random(i + 1),
  };
}
const records = [];
for (let i = 0; i < 6000; i++) records.push(record(i));

let text = '';
let size = 0;
for (let i = 0; i < 12; i++) {
  text = JSON.stringify(records);
  size += text.length;
}
console.log('stringify', size);

let sum = 0;
for (let i = 0; i < 12; i++) {
  const parsed = JSON.parse(text);
  sum += parsed.length + parsed[i].tags.length + parsed[parsed.length - 1].id;
}
console.log('parse', sum);

const numbers = [];
for (let i = 0; i < 200000; i++) numbers.push(i % 3 === 0 ? i : i / 7);
const numberText = JSON.stringify(numbers);
let total = 0;
for (const number of JSON.parse(numberText)) total += number;
console.log('numbers', numberText.length, total);

let nested = [];
for (let i = 0; i < 3000; i++) nested = { child: nested, depth: i };
const nestedText = JSON.stringify(nested);
console.log('nested', nestedText.length, JSON.stringify(JSON.parse(nestedText)) === nestedText);

console.log('indent', JSON.stringify(records, null, 2).length);
console.log('replacer', JSON.stringify(records, (key, value) => (key === 'email' ? undefined : value)).length);
console.log('keys', JSON.stringify(records, ['id', 'name', 'address', 'city']).length);
let revived = 0;
JSON.parse(text, (key, value) => {
  if (key === 'id') revived += value;
  return value;
});
console.log('reviver', revived);
