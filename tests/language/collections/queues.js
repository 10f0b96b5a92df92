// Sets and maps as queues: what is taken from the front, while iterators stand before, on and behind it.
const queue = new Set();
const order = [];
for (let i = 0; i < 5000; i++) {
  queue.add(i);
  if (queue.size > 7) {
    const first = queue.values().next().value;
    queue.delete(first);
    if (i % 500 === 0) order.push(first);
  }
}
console.log(order.join(), [...queue].join());

const map = new Map([[1, 'a'], [2, 'b'], [3, 'c'], [4, 'd']]);
const early = map.keys();
const late = map.entries();
console.log(late.next().value, late.next().value);
map.delete(2);
map.delete(1);
map.delete(3);
console.log(early.next().value, late.next().value);
map.set(1, 'again');
console.log([...early], [...late], [...map]);
map.delete(4);
map.delete(1);
console.log(map.size, map.keys().next(), early.next());
map.set(5, 'e');
console.log([...map]);

// Taken from both ends and from the middle, with iterators that see the table grow and shrink.
let seed = 3;
const random = (n) => (seed = (seed * 16807) % 2147483647) % n;
const set = new Set();
const list = [];
const walks = [];
let sum = 0;
for (let round = 0; round < 20000; round++) {
  const what = random(10);
  if (what < 5) {
    const value = random(300);
    if (!set.has(value)) list.push(value);
    set.add(value);
  } else if (what < 8 && list.length > 0) {
    const at = what === 5 ? 0 : what === 6 ? list.length - 1 : random(list.length);
    set.delete(list[at]);
    list.splice(at, 1);
  } else if (what === 8 && walks.length < 20) {
    walks.push(set.values());
  } else if (walks.length > 0) {
    const at = random(walks.length);
    const { value, done } = walks[at].next();
    if (done) walks.splice(at, 1);
    else sum = (sum * 31 + value) % 1000003;
  }
  if (round % 4000 === 0) console.log(round, set.size, list.join() === [...set].join(), sum);
}
set.clear();
console.log(walks.map((walk) => walk.next().done).includes(false), set.size, sum);
