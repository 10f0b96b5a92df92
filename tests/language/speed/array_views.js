// Loops over arrays that change what they are while the loop runs: kind, length, holes, prototype.
const show = (title, ...values) => console.log(title, ...values);

function sum(array, n) {
  let total = 0;
  for (let i = 0; i < n; i++) total += array[i];
  return total;
}
show("doubles", sum([1, 2.5, 3], 3), sum([1, 2.5, 3], 4), sum([], 2));
show("boxed", sum([1, "2", 3], 3), sum([1, null, 3], 3), sum(["a", "b"], 2), sum([{ valueOf: () => 7 }, 1], 2));
show("holes", sum([1, , 3], 3), sum([1.5, , , 2], 4), sum(new Array(4), 4), sum([, "x"], 2));
const sparse = [1, 2, 3];
sparse[100000] = 4;
show("sparse", sum(sparse, 4), sum(Object.freeze([1, 2, 3]), 3));
show("others", sum("123", 3), sum({ 0: 1, 1: 2 }, 2), sum(new Float64Array([1, 2.5]), 2), sum(new Uint8Array(3), 4));
show("proxy", sum(new Proxy([1, 2], { get: (t, k) => t[k] * 10 }), 2));
try {
  sum(null, 1);
} catch (error) {
  show(error.message);
}
Array.prototype[1] = 50;
show("prototype", sum([1, , 3], 3));
delete Array.prototype[1];

function dot(a, b, n) {
  let total = 0;
  for (let i = 0; i < n; i++) total += a[i] * b[i];
  return total;
}
show("dot", dot([1, 2, 3], [4, 5, 6], 3), dot([1, 2, 3], [4, "5", 6], 3), dot([1, 2, 3], [4, { valueOf: () => 5 }, 6], 3));

// What is read may change what is to be read.
function changing(array, n) {
  let total = 0;
  for (let i = 0; i < n; i++) total += array[i] * 1;
  return total;
}
const shrinks = [1, { valueOf() { shrinks.length = 3; return 2; } }, 3, 4, 5];
show("shrinks", changing(shrinks, 5), shrinks.length);
const turns = [1, { valueOf() { turns[2] = "30"; turns[3] = undefined; return 2; } }, 3, 4, 5];
show("turns", changing(turns, 5));
const grows = [1, { valueOf() { for (let i = 0; i < 100; i++) grows.push(i); return 2; } }, 3];
show("grows", changing(grows, 20));
const getter = [1, { valueOf() { Object.defineProperty(getter, 2, { get: () => 30 }); return 2; } }, 3, 4];
show("getter", changing(getter, 4));
const emptied = [1, { valueOf() { delete emptied[2]; return 2; } }, 3, 4];
show("emptied", changing(emptied, 4));

function shift(array, n) {
  for (let i = 0; i < n; i++) array[i] = array[i + 1] + 0;
  return array;
}
show("shift", shift([1, 2, 3, 4], 3), shift([1, 2, 3, 4], 5), shift(["a", "b", "c"], 2), shift([1, , 3, , 5], 4));

function fill(array, from, to, value) {
  for (let i = from; i < to; i++) array[i] = value === undefined ? i * 2 : i & 1;
  return array;
}
show("fill", fill([], 0, 3), fill([9, 9, 9, 9], 1, 3), fill(["a", "b", "c"], 0, 5), fill([1, , , 4], 0, 4), fill([1], 3, 5));
show("frozen", fill(Object.freeze([1, 2, 3]), 0, 4), fill(Object.preventExtensions([1, 2]), 0, 4));
show("typed", fill(new Uint8Array(3), 0, 5), fill(new Float32Array(2), -1, 2), fill({}, 0, 2));
function mark(array, n) {
  for (let i = 0; i < n; i++) array[i] = i % 3 === 0;
  return array;
}
show("marks", mark([], 4), mark([1.5, 2.5, 3.5], 3), mark([true, "x"], 2), mark([1, , 3], 4));

function reverse(array, low, high) {
  for (; low < high; low++, high--) {
    const kept = array[low];
    array[low] = array[high];
    array[high] = kept;
  }
  return array;
}
show("reverse", reverse([1, 2, 3, 4], 0, 3), reverse(["a", 1, {}, null], 0, 3), reverse([1, , 3], 0, 2), reverse([1, 2, 3], 0.5, 2.5));
show("reverse", reverse([1, 2, 3], -1, 2), reverse([1, 2, 3], "0", "2"), reverse([1, 2], 0, 4));

function permute(from, to, order, n) {
  for (let i = 0; i < n; i++) to[order[i]] = from[i] + 0;
  return to;
}
show("permute", permute([1, 2, 3], [0, 0, 0], [2, 0, 1], 3), permute([1, 2, 3], [0, 0, 0], [2, 0.5, "1"], 3));
show("permute", permute([1, 2, 3], [], [2, 0, 1], 3), permute([1, 2, 3], [0], [-1, 0, 4294967295], 3));

function countdown(counts, left) {
  let steps = 0;
  for (; left !== 1; left--) {
    counts[left - 1] = left;
    if (++steps > 6) break;
  }
  return counts;
}
show("countdown", countdown([0, 0, 0], 3), countdown([0], 0), countdown([0, 0], 2.5), countdown([], 4), countdown([], "3"));
show("far", countdown([], -2147483646), countdown({}, 2147483650));

function nested(rows, n) {
  let total = 0;
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      const row = rows[i];
      total += row[k] * rows[k][i];
      if (total > 1e9) rows[i] = null;
    }
  return total;
}
show("nested", nested([[1, 2], [3, 4]], 2), nested([[1, "2"], [3, 4.5]], 2), nested([[1, 1e9], [1, 1]], 1));
try {
  nested([[1e5, 1e5, 1], [1e5, 1e5, 1], [1, 1, 1]], 3);
} catch (error) {
  show(error.message);
}
function throwing(array, n) {
  let i = 0, total = 0;
  const state = () => [i, total];
  try {
    (function () {
      for (; i < n; i++) total += array[i] * 2;
    })();
  } catch (error) {
    show(error.message, state());
  }
  return total;
}
show(throwing([1, 2, 3n, 4], 4), throwing([1, { valueOf() { throw new Error("no value"); } }], 2), throwing([1, Symbol()], 2));
