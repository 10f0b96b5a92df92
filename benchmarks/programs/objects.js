// Small records that live in other records: literals, a tree, a list.
function insert(tree, key) {
  const node = { key, left: null, right: null, count: 1 };
  if (tree === null) return node;
  let at = tree;
  for (;;) {
    if (key === at.key) {
      at.count++;
      return tree;
    }
    const side = key < at.key ? at.left : at.right;
    if (side === null) {
      if (key < at.key) at.left = node;
      else at.right = node;
      return tree;
    }
    at = side;
  }
}

function sum(tree) {
  if (tree === null) return 0;
  return tree.key * tree.count + sum(tree.left) + sum(tree.right);
}

function points(count) {
  let list = null;
  for (let i = 0; i < count; i++) list = { point: { x: i, y: i * 2 }, next: list };
  let total = 0;
  for (let at = list; at !== null; at = at.next) total += at.point.x + at.point.y;
  return total;
}

let tree = null;
let seed = 42;
for (let i = 0; i < 300000; i++) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  tree = insert(tree, seed % 100000);
}
let total = sum(tree);
for (let round = 0; round < 20; round++) total += points(100000);
console.log(total);
