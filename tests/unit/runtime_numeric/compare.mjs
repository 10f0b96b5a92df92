// Compares the arithmetic and the texts of numbers with Node's, on random and on awkward input.
//
//   node compare.mjs BATCH [COUNT] [SEED] [--only=string,number]
//
// `--only` names operations.
import { spawnSync } from 'node:child_process';

const options = Object.fromEntries(process.argv.filter((a) => a.startsWith('--')).map((a) => a.slice(2).split('=')));
const [batch, count = '20000', seed = '1'] = process.argv.slice(2).filter((a) => !a.startsWith('--'));

let state = Number(seed) >>> 0;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];

const view = new DataView(new ArrayBuffer(8));
function bits(number) {
  view.setFloat64(0, number);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}
const shown = (number) => (Number.isNaN(number) ? 'NaN' : bits(number));

const awkward = [0, -0, 1, -1, 0.5, 1.5, 2.5, -2.5, 0.1, 0.2, 0.3, 1e21, 1e-7, 123456789012345680000,
  5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 2 ** 31, 2 ** 32, -(2 ** 31), 2 ** 53, 2 ** 63,
  2 ** 64, 4294967295, 2147483647, 1.005, 8.345, 0.000001, 1e-6, 1.45, 1.255, 35.855, 9.995, 0.05,
  99.99, 999999.5, 1e20, 1e22, NaN, Infinity, -Infinity];

function randomDouble() {
  switch (below(6)) {
    case 0: return pick(awkward);
    case 1: return below(2 ** 32) - 2 ** 31;
    case 2: return (random() - 0.5) * 10 ** (below(40) - 20);
    case 3: return (below(2000) - 1000) / 2 ** below(12);
    case 4: return Number((random() * 1000).toFixed(below(6)));
    default:
      view.setUint32(0, below(2 ** 32));
      view.setUint32(4, below(2 ** 32));
      return view.getFloat64(0);
  }
}

const finite = () => {
  for (;;) {
    const number = randomDouble();
    if (Number.isFinite(number)) return number;
  }
};

// The exact middle between a double and the next one, or what is a little less or more.
function middle() {
  view.setUint32(0, below(0x7ff00000));
  view.setUint32(4, pick([0, 0xffffffff, below(2 ** 32)]));
  const all = view.getBigUint64(0);
  const exponent = Number(all >> 52n);
  const significand = (all & (2n ** 52n - 1n)) + (exponent === 0 ? 0n : 2n ** 52n);
  const power = Math.max(exponent, 1) - 1076;
  const twice = (2n * significand + 1n) * (power < 0 ? 5n ** BigInt(-power) : 2n ** BigInt(power));
  const digits = String(twice * 10n + pick([0n, 0n, 1n, -1n]));
  const scale = Math.min(power, 0) - 1;
  return below(2) ? `${digits}e${scale}` : `${digits[0]}.${digits.slice(1)}e${scale + digits.length - 1}`;
}

function randomText() {
  const digits = () => Array.from({ length: below(below(10) === 0 ? 800 : 22) }, () => below(10)).join('');
  const space = () => pick(['', '', '', ' ', '\n\t', '\u00a0', '\u2003', '\ufeff', '\u180e', '\u2028']);
  const sign = () => pick(['', '', '-', '+', '--']);
  switch (below(9)) {
    case 0: return space() + String(randomDouble()) + space();
    case 1: return space() + sign() + digits() + pick(['', '.', '.' + digits()]) +
      pick(['', 'e' + sign() + below(400), 'E' + below(20), 'e', 'e+']) + space();
    case 2: return pick(['0x', '0X', '-0x']) + Array.from({ length: below(40) }, () => pick([...'0123456789abcdefABCDEF'])).join('');
    case 3: return pick(['0b', '0B']) + Array.from({ length: below(120) }, () => below(2)).join('');
    case 4: return pick(['0o', '0O']) + Array.from({ length: below(40) }, () => below(8)).join('');
    case 5: return space() + sign() + pick(['Infinity', 'infinity', 'Infinit', 'Infinityx', 'NaN', '']);
    case 6: return randomDouble().toString(2 + below(35));
    case 7: return middle();
    default: return pick(['1_000', '1n', '.', '-', '1 2', '0x', '0b2', '0o8', '.5', '5.', '.e5', '1e1000',
      '1e-1000', '1e99999999999999999999', '0e99999999999999999999', '-1e-99999999999999999999',
      '0.' + '0'.repeat(400) + '1e401', '1' + '0'.repeat(400) + 'e-400', '9007199254740993',
      '9007199254740992.99999999999999999', '2.4703282292062327e-324', '2.4703282292062328e-324',
      '1.7976931348623158e308', '1.7976931348623159e308', '0x20000000000001', '0x20000000000003',
      '0x1' + 'f'.repeat(300), '１']);
  }
}
const units = (text) =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('') || '-';

const operations = {
  string: () => { const n = randomDouble(); return [bits(n), '', String(n)]; },
  radix: () => { const n = randomDouble(); const r = 2 + below(35); return [bits(n), r, n.toString(r)]; },
  fixed: () => { let n = finite(); if (Math.abs(n) >= 1e21) n = 1.005; const d = below(25); return [bits(n), d, n.toFixed(d)]; },
  exponential: () => { const n = finite(); const d = below(30) - 1; return [bits(n), d, d < 0 ? n.toExponential() : n.toExponential(d)]; },
  precision: () => { const n = finite(); const d = 1 + below(30); return [bits(n), d, n.toPrecision(d)]; },
  int32: () => { const n = randomDouble(); return [bits(n), '', String(n | 0)]; },
  remainder: () => { const [a, b] = [randomDouble(), randomDouble()]; return [bits(a), bits(b), shown(a % b)]; },
  read: () => { const n = randomDouble(); return [units(String(n)), '', shown(Number(String(n)))]; },
  number: () => { const t = randomText(); return [units(t), '', shown(Number(t))]; },
  float: () => { const t = randomText() + pick(['', 'px', '.', 'e']); return [units(t), '', shown(parseFloat(t))]; },
  integer: () => { const t = randomText(); const r = pick([0, 10, 16, 2, 8, 32, 36, 3, 7]); return [units(t), r, shown(parseInt(t, r))]; },
};
// ECMAScript leaves their last bits to the implementation: they are V8's. Of huge angles V8's are a
// little off.
const functions = ['exp', 'expm1', 'sinh', 'cosh', 'tanh', 'log', 'log1p', 'log2', 'log10', 'asinh', 'acosh', 'atanh',
  'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'cbrt'];
operations.math = () => {
  const name = pick(functions);
  for (;;) {
    const n = below(2) ? randomDouble() : (random() - 0.5) * pick([2, 10, 1500]);
    if (/^(sin|cos|tan)$/.test(name) && Math.abs(n) > 800_000 && Number.isFinite(n)) continue;
    return [bits(n), name, shown(Math[name](n))];
  }
};
operations.atan2 = () => { const [a, b] = [randomDouble(), randomDouble()]; return [bits(a), bits(b), shown(Math.atan2(a, b))]; };
// Where ECMAScript leaves the last bit to the implementation, exact results only.
const exactPowers = () => {
  const a = pick([0, -0, 1, -1, 2, 3, -2, 10, 0.5, Infinity, -Infinity, NaN]);
  const b = pick([0, -0, 1, -1, 2, 3, 0.5, 10, Infinity, -Infinity, NaN, -3]);
  return [bits(a), bits(b), shown(a ** b)];
};
operations.power = () => { for (;;) { const [a, b, r] = exactPowers(); if (!['3fb99999', '3fd55555', '3fe6a09e', '3fbc71c7', '3fa2f684', 'bfa2f684'].some((p) => r.startsWith(p))) return [a, b, r]; } };

const names = options.only?.split(',') ?? Object.keys(operations);
const questions = [];
const expected = [];
for (let i = 0; i < Number(count); ++i) {
  const name = names[i % names.length];
  const [first, second, answer] = operations[name]();
  questions.push(`${name === 'read' ? 'number' : name} ${first} ${second}`.trim());
  expected.push(answer);
}
const run = spawnSync(batch, { input: questions.join('\n') + '\n', maxBuffer: 2 ** 30, encoding: 'utf8' });
if (run.status !== 0) {
  console.error(`batch ended with ${run.status ?? run.signal}: ${run.stderr}`);
  process.exit(1);
}
const answers = run.stdout.split('\n');
let wrong = 0;
questions.forEach((question, i) => {
  if (answers[i] === expected[i]) return;
  if (++wrong <= 20) console.log(`${question}\n  node  ${expected[i]}\n  perry ${answers[i]}`);
});
console.log(`${questions.length} questions, ${wrong} answers differ`);
process.exit(wrong === 0 ? 0 : 1);
