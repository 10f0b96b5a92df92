// Prime numbers: stores of booleans into a long array.
function count(limit) {
  const composite = [];
  for (let i = 0; i <= limit; i++) composite.push(false);
  let found = 0;
  for (let i = 2; i <= limit; i++) {
    if (composite[i]) continue;
    found++;
    for (let k = i * i; k <= limit; k += i) composite[k] = true;
  }
  return found;
}

let total = 0;
for (let round = 0; round < 10; round++) total += count(1000000);
console.log(total);
