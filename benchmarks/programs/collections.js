// Map and Set with texts, numbers and objects as keys; objects as dictionaries.
function countWords(words, rounds) {
  const counts = new Map();
  for (let round = 0; round < rounds; round++)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let total = 0;
  for (const [word, count] of counts) total += word.length * count;
  return total;
}

function countInObject(words, rounds) {
  const counts = {};
  for (let round = 0; round < rounds; round++)
    for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  let total = 0;
  for (const word in counts) total += word.length * counts[word];
  return total;
}

function distinct(count) {
  const seen = new Set();
  let x = 1;
  for (let i = 0; i < count; i++) {
    x = (x * 48271) % 2147483647;
    seen.add(x % 50000);
  }
  return seen.size;
}

function byIdentity(count) {
  const ids = new Map();
  const objects = [];
  for (let i = 0; i < count; i++) {
    const object = { i };
    objects.push(object);
    ids.set(object, i);
  }
  let total = 0;
  for (const object of objects) total += ids.get(object);
  return total;
}

const words = [];
for (let i = 0; i < 5000; i++) words.push("word" + ((i * 31) % 1999));
console.log(countWords(words, 200), countInObject(words, 200), distinct(3000000), byIdentity(200000));
