// sort, toSorted and their kin: numbers, texts, objects by keys, what is nearly sorted, typed arrays.
let seed = 13;
function random(n) {
  seed = (seed * 16807) % 2147483647;
  return Math.floor((seed / 2147483647) * n);
}
function checksum(list, value = (x) => x) {
  let sum = 0;
  for (let i = 0; i < list.length; i += 101) sum = (sum * 31 + value(list[i])) % 1000000007;
  return sum;
}
const numbers = Array.from({ length: 200000 }, () => random(1000000));
console.log('numbers', checksum([...numbers].sort((a, b) => a - b)));
console.log('downwards', checksum(numbers.toSorted((a, b) => b - a)));

const texts = numbers.slice(0, 60000).map((n) => `name ${n % 7919}`);
console.log('texts', checksum([...texts].sort(), (t) => t.length + t.charCodeAt(t.length - 1)));
console.log('as texts', checksum(numbers.slice(0, 60000).sort()));

const people = texts.map((name, i) => ({ name, age: random(90), id: i }));
console.log('objects', checksum([...people].sort((a, b) => a.age - b.age || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)), (p) => p.id));

const nearly = Array.from({ length: 200000 }, (_, i) => i);
for (let i = 0; i < 2000; i++) {
  const [a, b] = [random(nearly.length), random(nearly.length)];
  [nearly[a], nearly[b]] = [nearly[b], nearly[a]];
}
console.log('nearly', checksum(nearly.sort((a, b) => a - b)));

const doubles = Float64Array.from(numbers, (n) => n / 3);
console.log('doubles', checksum(doubles.toSorted(), Math.floor));
console.log('integers', checksum(Int32Array.from(numbers).sort()));
console.log('with a function', checksum(Int32Array.from(numbers).sort((a, b) => b - a)));

let small = 0;
for (let i = 0; i < 60000; i++) small += [random(9), random(9), random(9), random(9), random(9)].sort((a, b) => a - b)[2];
console.log('small', small);
