// Comparing trees. The reference's tree is printed the way perry-cc prints its own, so equal trees
// are equal bytes; only when they differ are both looked at value by value.

// JSON cannot hold either value; `bigint` and `regex` beside them say what they are.
BigInt.prototype.toJSON = () => null;
RegExp.prototype.toJSON = () => null;

/**
 * Null when `dump` is the JSON of `tree`, else where the first differences are. `isChoice(parent,
 * key, actual)` may say of a difference below `parent` that it is the reference's own choosing.
 */
export function compareTrees(tree, dump, isChoice = () => false) {
  const expected = Buffer.from(JSON.stringify(tree) + '\n');
  if (expected.equals(dump)) return null;
  const differences = [];
  diff(JSON.parse(expected.toString()), JSON.parse(dump.toString()), isChoice, differences);
  // Other field order alone is no difference: JSON objects have none.
  return differences.length === 0 ? null : differences.join('\n');
}

const MOST = 5;

function diff(expected, actual, isChoice, out) {
  // An explicit stack: trees can be deeper than the machine's.
  const pending = [[expected, actual, '']];
  while (pending.length && out.length < MOST) {
    const [a, b, at] = pending.pop();
    if (a === b) continue;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null ||
        Array.isArray(a) !== Array.isArray(b)) {
      out.push(`${at || '(root)'}: expected ${show(a)}, got ${show(b)}`);
      continue;
    }
    if (Array.isArray(a)) {
      if (a.length !== b.length) out.push(`${at}: expected ${a.length} elements, got ${b.length}`);
      for (let i = Math.min(a.length, b.length); i-- > 0;) pending.push([a[i], b[i], `${at}[${i}]`]);
      continue;
    }
    if (a.type !== b.type) {
      out.push(`${at}: expected ${show(a)}, got ${show(b)}`);
      continue;
    }
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    for (const key of [...keys].reverse()) {
      const where = `${at}${at ? '.' : ''}${key}<${a.type ?? ''}@${a.start ?? a.range?.[0] ?? ''}>`;
      if (!(key in a)) out.push(`${where}: unexpected, ${show(b[key])}`);
      else if (!(key in b)) out.push(`${where}: missing, expected ${show(a[key])}`);
      else if (a[key] === b[key] || isChoice(a, key, b[key])) continue;
      else pending.push([a[key], b[key], where]);
    }
  }
}

function show(value) {
  if (value && typeof value === 'object' && value.type) {
    return `${value.type}@${value.start ?? value.range?.[0]}..${value.end ?? value.range?.[1]}`;
  }
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? text.slice(0, 77) + '...' : text;
}
