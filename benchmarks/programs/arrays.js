// Array methods that take functions, sorting, spreading and destructuring.
function pipeline(values) {
  return values
    .map((value) => value * 3 + 1)
    .filter((value) => value % 2 === 0)
    .reduce((sum, value) => (sum + value) % 1000003, 0);
}

function statistics(values) {
  let total = 0;
  values.forEach((value) => {
    total += value;
  });
  const sorted = [...values].sort((a, b) => a - b);
  const [least, second] = sorted;
  return total + least + second + sorted[sorted.length >> 1] + sorted.findIndex((value) => value > 500);
}

const values = Array.from({ length: 100000 }, (_, index) => (index * 7919) % 10007);
let total = 0;
for (let round = 0; round < 40; round++) total += pipeline(values);
for (let round = 0; round < 4; round++) total += statistics(values);
console.log(total);
