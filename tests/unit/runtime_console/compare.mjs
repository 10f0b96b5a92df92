// Compares inspect() with Node's util.inspect on random values:
//   node compare.mjs path/to/inspect_lines [count] [seed]
import { spawnSync } from 'node:child_process';
import { inspect } from 'node:util';

const [tool, count = '2000', seed = '1'] = process.argv.slice(2);
let state = Number(seed) * 2654435761 >>> 0;
const random = (n) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 4294967296) * n);
};
const pick = (list) => list[random(list.length)];

const words = ['a', 'name', 'some text', "it's", 'say "x"', 'x'.repeat(30), 'long '.repeat(20), '', '\n', 'a\nb\nc',
  'two\nlines that are a good deal longer than the others are', '\u00e9\u4e2d\u6587', '\u001b[0m', '`${x}`\'"', '-', '0', 'a-b', '$', '\ud83d\ude00', '\\'];
function value(depth) {
  switch (random(depth > 4 ? 6 : 10)) {
    case 0: return pick([0, -0, 1, -1.5, 1e21, 123456789, 0.1, 42]);
    case 1: return pick([true, false, null, undefined]);
    case 2: case 3: return pick(words);
    case 4: return random(1000);
    case 5: return pick(words) + random(1000);
    case 6: {
      const n = pick([0, 1, 2, 3, 7, 10, 30, 120]);
      const kind = random(4);
      const list = [];
      for (let i = 0; i < n; ++i) {
        if (kind === 0) list[i] = random(100000);
        else if (kind === 1) list[i] = pick(words);
        else if (kind === 2 && random(4) === 0) list.length = i + 1;
        else list[i] = value(depth + 2);
      }
      return list;
    }
    default: {
      const n = pick([0, 1, 2, 3, 5, 8]);
      const object = {};
      for (let i = 0; i < n; ++i) object[pick(words) + (random(2) ? i : '')] = value(depth + 1);
      return object;
    }
  }
}
const ascii = (text) => JSON.stringify(text).replace(/[^\x20-\x7e]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
function literal(v) {
  if (Array.isArray(v)) {
    let text = '[';
    for (let i = 0; i < v.length; ++i) text += (i in v ? literal(v[i]) : '') + ',';
    return text + ']';
  }
  if (typeof v === 'string') return ascii(v);
  if (Object.is(v, -0)) return '-0';
  if (v !== null && typeof v === 'object') {
    return '{' + Object.keys(v).map((k) => ascii(k) + ':' + literal(v[k])).join(',') + '}';
  }
  return String(v);
}
const values = Array.from({ length: Number(count) }, () => value(0));
const run = spawnSync(tool, { input: values.map(literal).join('\n') + '\n', maxBuffer: 1 << 30 });
const lines = run.stdout.toString().split('\n');
const wrong = [];
values.forEach((v, i) => {
  const expected = inspect(v).toWellFormed?.() ?? inspect(v);
  const actual = (lines[i] ?? '<nothing>').replace(/\\(\\|n)/g, (_, c) => (c === 'n' ? '\n' : '\\'));
  if (actual !== expected) wrong.push(`${literal(v)}\nexpected ${expected}\nactual   ${actual}\n`);
});
wrong.sort((a, b) => a.length - b.length);
for (const text of wrong.slice(0, 3)) console.log(text);
console.log(`${values.length} values, ${wrong.length} differ`);
process.exit(wrong.length === 0 && run.status === 0 ? 0 : 1);
