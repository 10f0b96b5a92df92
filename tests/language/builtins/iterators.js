// Iterator.concat, zip and zipKeyed, chunks, windows, includes and join. Node 24 has none of them: the
// lines show what they should print.
const check = (name, actual, expected) => {
  const text = JSON.stringify(actual);
  if (text !== JSON.stringify(expected)) console.log(`${name}: ${text}`);
};
if (typeof Iterator.zip === 'function') {
  const closed = [];
  const counter = (name, count) => ({
    [Symbol.iterator]() {
      let i = 0;
      return {
        __proto__: Iterator.prototype,
        next: () => (i < count ? { value: `${name}${i++}`, done: false } : { value: undefined, done: true }),
        return: () => (closed.push(name), {}),
      };
    },
  });
  check('concat', [...Iterator.concat([1, 2], new Set([3]), counter('a', 2))], [1, 2, 3, 'a0', 'a1']);
  const joined = Iterator.concat(counter('b', 9), counter('c', 9));
  joined.next();
  joined.return();
  check('concat closes', closed, ['b']);
  check('zip', [...Iterator.zip([[1, 2, 3], counter('d', 2)])], [[1, 'd0'], [2, 'd1']]);
  closed.length = 0;
  check('zip shortest', [...Iterator.zip([counter('e', 1), counter('f', 5), counter('g', 5)])], [['e0', 'f0', 'g0']]);
  check('zip closes backwards', closed, ['g', 'f']);
  check('zip longest', [...Iterator.zip([[1], [2, 3]], { mode: 'longest', padding: ['p'] })], [[1, 2], ['p', 3]]);
  check('zipKeyed', [...Iterator.zipKeyed({ a: [1, 2], b: counter('h', 3) })],
    [{ a: 1, b: 'h0' }, { a: 2, b: 'h1' }]);
  let message = '';
  try {
    [...Iterator.zip([[1, 2], [3]], { mode: 'strict' })];
  } catch (error) {
    message = error.name;
  }
  check('zip strict', message, 'TypeError');
  check('chunks', [...[1, 2, 3, 4, 5].values().chunks(2)], [[1, 2], [3, 4], [5]]);
  check('windows', [...[1, 2, 3, 4].values().windows(3)], [[1, 2, 3], [2, 3, 4]]);
  check('short windows', [...[1, 2].values().windows(3)], []);
  check('partial windows', [...[1, 2].values().windows(3, 'allow-partial')], [[1, 2]]);
  check('includes', [[NaN].values().includes(NaN), [1, 2, 1].values().includes(1, 1), [1, 2].values().includes(1, 1)],
    [true, true, false]);
  check('join', [[1, null, 'b'].values().join(), [1, 2].values().join('-'), [].values().join()], ['1,,b', '1-2', '']);
}
console.log('done');
