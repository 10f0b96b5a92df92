// Globals and properties that loops ask for again and again, and what changes them meanwhile: stores
// to the same name elsewhere, arrays that grow, natives that are replaced, names that come and go.
function roots(list, target, key) {
  let sum = 0;
  for (let i = 0; i < list.length; i++) {
    for (let j = 0; j < 3; j++) {
      sum += Math.sqrt(list[i]) + Math.max(i, j);
      if (i === 2) target[key] = (x) => -x;
    }
  }
  return sum;
}
console.log(roots([1, 4, 9, 16], {}, "sqrt"));
const sqrt = Math.sqrt;
console.log(roots([1, 4, 9, 16], Math, "sqrt"));
console.log(roots([1, 4, 9, 16], {}, "sqrt"));
Math.sqrt = sqrt;
console.log(roots([1, 4, 9, 16], {}, "sqrt"));

function stored(list, other) {
  let sum = 0;
  for (let i = 0; i < list.length; i++) {
    sum += Math.sqrt(list[i]);
    if (i === 1) other.sqrt = (x) => 100 * x;
  }
  return sum;
}
console.log(stored([1, 4, 9, 16], { sqrt: 1 }));
console.log(stored([1, 4, 9, 16], Math));
Math.sqrt = sqrt;

// The length of an array that the loop itself makes longer.
function grow(list, limit) {
  let steps = 0;
  for (let i = 0; i < list.length; i++) {
    if (list.length < limit) list[list.length] = list[i] + 1;
    steps++;
  }
  return [steps, list.length, list[list.length - 1]].join();
}
console.log(grow([1, 2, 3], 50), grow([], 50), grow([0.5], 20), grow(["a"], 5));
function push(list, limit) {
  let steps = 0;
  for (let i = 0; i < list.length; i++) {
    if (list.length < limit) list.push(list[i] * 2);
    steps += list[i];
  }
  return [steps, list.length].join();
}
console.log(push([1, 2, 3], 12), push([1], 9));

// What an inner loop reads, the outer one appends.
function primes(limit) {
  const found = [];
  for (let n = 2; n < limit; n++) {
    let is = true;
    for (let i = 0; i < found.length && found[i] * found[i] <= n; i++) if (n % found[i] === 0) is = false;
    if (is) found[found.length] = n;
  }
  return found;
}
console.log(primes(60).join());

// Arrays and numbers in fields, with stores to them in the same loop or not.
class Grid {
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.cells = new Array(width * height).fill(1);
    this.scale = 2;
  }
  sum() {
    let sum = 0;
    for (let y = 0; y < this.height; y++)
      for (let x = 0; x < this.width; x++) sum += this.cells[y * this.width + x] * this.scale;
    return sum;
  }
  shrink() {
    let sum = 0;
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) {
        sum += this.cells[y * this.width + x] * this.scale;
        if (sum > 20) this.width = 1;
      }
      this.scale = this.scale + 1;
    }
    return sum;
  }
  swap() {
    let sum = 0;
    const other = [5, 6, 7, 8];
    for (let i = 0; i < 4; i++) {
      sum += this.cells[i];
      if (i === 1) this.cells = other;
    }
    return sum;
  }
}
const grid = new Grid(4, 3);
console.log(grid.sum(), grid.shrink(), grid.sum(), grid.swap());
console.log(Grid.prototype.sum.call({ width: 2, height: 2, cells: [1, 2, 3, 4], scale: 10 }));
console.log(Grid.prototype.sum.call({ width: 2, height: 2, get cells() { return [this.scale++, 2, 3, 4]; }, scale: 10 }));
console.log(Grid.prototype.sum.call({ width: 2, height: 2, cells: "1234", scale: 10 }));

// What is asked for is not there, or there is nothing to ask.
function missing(object, rounds) {
  let sum = 0;
  for (let i = 0; i < rounds; i++) sum += object.inner.value;
  return sum;
}
console.log(missing({ inner: { value: 2 } }, 4), missing({ inner: {} }, 3), missing(null, 0), missing({}, 0));
for (const bad of [{}, null, { inner: null }]) {
  try {
    missing(bad, 1);
  } catch (error) {
    console.log(error.message);
  }
}
console.log(missing({ inner: { value: 3 } }, 4), missing({ inner: "text" }, 2), missing({ inner: [1] }, 1));

// Sums as indices, up to where they are none any more.
function sums(list, from, step, rounds) {
  let at = from, found = "";
  for (let i = 0; i < rounds; i++) {
    found += list[at] + " ";
    at = at + step;
  }
  return found + at;
}
console.log(sums([1, 2, 3, 4], 0, 1, 5), sums([1, 2, 3, 4], 3, -1, 5), sums([1, 2, 3], 0, 0.5, 4));
console.log(sums([1], 2147483646, 1, 3), sums([1], -2147483647, -1, 3), sums([1], 0, 2147483647, 3));
console.log(sums({ 2147483648: "far", "-1": "below", "0.5": "half" }, 2147483647, 1, 2), sums([7], 0, -0, 2));
console.log(sums([1, 2], "0", 1, 2), sums([1, 2], 0, "1", 2), sums([1, 2], -0, 1, 2), sums([1, 2], NaN, 1, 2));
function countDown(list) {
  let left = list.length, sum = 0;
  while (left !== 0) {
    left--;
    sum += list[left] * (left + 1);
  }
  return sum;
}
console.log(countDown([1, 2, 3]), countDown([]), countDown([1.5, , 2]), countDown("345"));
