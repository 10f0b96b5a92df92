// Arrays in loops within loops: what is known of them on the way into the outer loop holds until
// something else happens to them, wherever that is, and is found out again behind it.
function show(value) {
  return JSON.stringify(value);
}

// Three arrays that the function makes, counters that are indices, sums as indices.
function rotations(n, effect) {
  const current = [], flipped = [], counts = [];
  for (let i = 0; i < n; i++) {
    current[i] = i;
    flipped[i] = 0;
    counts[i] = n - i;
  }
  let total = 0, left = n, rounds = 0;
  while (rounds < 40) {
    for (let i = 0; i < n; i++) flipped[i] = current[i];
    for (let first = flipped[0]; first > 0 && total < 500; first = flipped[0]) {
      for (let low = 0, high = first; low < high; low++, high--) {
        const kept = flipped[low];
        flipped[low] = flipped[high];
        flipped[high] = kept;
      }
      total++;
    }
    for (left = 1; left < n; left++) {
      const kept = current[0];
      for (let i = 0; i < left; i++) current[i] = current[i + 1];
      current[left] = kept;
      counts[left]--;
      if (counts[left] > 0) break;
    }
    rounds++;
    effect(rounds, current, flipped, counts);
  }
  return [total, show(current), show(counts)].join(" ");
}
console.log(rotations(7, () => {}));
console.log(rotations(7, (round, current) => {
  if (round === 10) current.length = 5;
  if (round === 12) current.push(1, 2);
}));
console.log(rotations(7, (round, current) => {
  if (round === 5) current[2] = "3";
  if (round === 9) delete current[4];
  if (round === 11) current[4] = 2;
}));
console.log(rotations(7, (round, current, flipped, counts) => {
  if (round === 7) counts[3] = 1.5;
  if (round === 20) counts[2] = { valueOf: () => 2 };
}));
console.log(rotations(7, (round, current, flipped) => {
  if (round === 8) Object.defineProperty(flipped, 3, { get: () => 2, set() {}, configurable: true });
}));
console.log(rotations(1, () => {}), rotations(0, () => {}));

// No calls at all: everything that comes in between is done by operators.
function quiet(rows, columns, grow) {
  const seen = [];
  let sum = 0, count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    for (let j = 0; j < columns; j++) {
      sum += row[j];
      for (let k = 0; k < count; k++) sum += seen[k];
    }
    if (grow) seen[count++] = sum;
  }
  return [sum, show(seen)].join(" ");
}
const numbers = [[1, 2, 3], [4, 5, 6], [7, 8, 9]];
console.log(quiet(numbers, 3, true));
console.log(quiet(numbers, 4, true));
console.log(quiet([[1, , 3], [4, 5.5, "6"], new Float64Array([7, 8, 9]), "abc", [undefined, null, true]], 3, false));
console.log(quiet([[1, 2, 3], { 0: 10, 1: 20, 2: 30 }, [1, 2, 3]], 3, false));
console.log(quiet([], 3, true));
for (const bad of [null, undefined]) {
  try {
    quiet([[1, 2, 3], bad], 3, true);
  } catch (error) {
    console.log(error.name);
  }
}
Object.defineProperty(Array.prototype, 5, { get() { return 1000 + this.length; }, configurable: true });
console.log(quiet(numbers, 6, false));
delete Array.prototype[5];

// Rows that change places while they are walked over.
function swap(left, right, times) {
  let sum = 0;
  for (let n = 0; n < times; n++) {
    for (let i = 0; i < 4; i++) {
      sum += left[i] * (i + 1) - right[i];
      left[i] = sum % 17;
    }
    const kept = left;
    left = right;
    right = kept;
  }
  return [sum, show(left), show(right)].join(" ");
}
console.log(swap([1, 2, 3, 4], [5, 6, 7, 8], 25));
console.log(swap([1, 2, 3, 4], [5, 6, 7.5], 25));
console.log(swap([1, 2, 3, 4], new Int8Array(4), 25).replace(/"/g, "'"));
const same = [1, 2, 3, 4];
console.log(swap(same, same, 9));
console.log(swap([1n, 2n, 3n, 4n].map(Number), ["1", [2], null, true], 9));

// An array that grows in the outer loop, and is read in the inner one.
function primes(limit) {
  const found = [];
  let count = 0;
  for (let n = 2; n < limit; n++) {
    let is = true;
    for (let i = 0; i < count && found[i] * found[i] <= n; i++) {
      if (n % found[i] === 0) {
        is = false;
        break;
      }
    }
    if (is) found[count++] = n;
  }
  return found;
}
console.log(primes(3000).length, primes(3000).at(-1));

// Growing by `push`, in either loop, also when somebody has replaced it.
function triangle(n) {
  const rows = [[1]];
  for (let i = 1; i < n; i++) {
    const before = rows[i - 1];
    const row = [1];
    for (let j = 1; j < i; j++) row.push(before[j - 1] + before[j]);
    row.push(1);
    rows.push(row);
  }
  return rows;
}
console.log(show(triangle(12).at(-1)), triangle(60)[59][30]);
const { push } = Array.prototype;
Array.prototype.push = function (...values) {
  if (this.length === 5) this[4] = 1000;
  return push.apply(this, values);
};
console.log(show(triangle(9).at(-1)));
Array.prototype.push = push;

// Boxes and module variables as arrays; kinds that change: small integers, doubles, texts, holes.
let shared = [1, 2, 3];
function fill(times, values) {
  const list = [];
  for (let n = 0; n < times; n++) {
    for (let i = 0; i < values.length; i++) {
      list[i] = values[(i + n) % values.length];
      shared[i % 3] = list[i];
    }
    if (n === 3) shared = list;
  }
  return show([list, shared]);
}
console.log(fill(6, [1, 2, 3, 4]));
shared = [];
console.log(fill(6, [1.5, "2", null, undefined, 3]));
shared = [0.5, 0.25, 0.125];
console.log(fill(8, [1, -0, NaN, Infinity, [1], { a: 1 }]));

// What was found out before a loop that fails in each of its rounds.
function mixed(list, times) {
  let numbers = 0, texts = "";
  for (let n = 0; n < times; n++) {
    for (let i = 0; i < list.length; i++) {
      const value = list[i];
      if (typeof value === "number") numbers += value;
      else texts += value;
      for (let j = i; j < 3; j++) numbers += list[j] - 1;
    }
  }
  return [numbers, texts].join(" ");
}
console.log(mixed([1, "a", 3, "b", 5], 3), mixed([1, 2, 3, "b", 5], 3), mixed([1, 2, 3], 3));
