// Regular expressions over generated text: lines of a log, a lexer, clean-up of prose.
let seed = 7;
function random(n) {
  seed = (seed * 16807) % 2147483647;
  return Math.floor((seed / 2147483647) * n);
}
const words = ['alpha', 'Beta', 'gamma42', 'delta_x', 'the', 'quick', 'brown', 'fox', 'jumps', 'over', 'lazy', 'dog'];
function sentence(n) {
  let text = '';
  for (let i = 0; i < n; i++) text += words[random(words.length)] + (random(7) === 0 ? ', ' : ' ');
  return text;
}

function log(count) {
  const lines = [];
  for (let i = 0; i < count; i++) {
    lines.push(`2024-${10 + random(3)}-${10 + random(18)}T12:${10 + random(50)}:07Z ${random(3) === 0 ? 'ERROR' : 'INFO'} user${random(999)}@example${random(9)}.com "${sentence(6)}" ${random(100000)}ms`);
  }
  return lines.join('\n');
}

function parseLog(text) {
  const line = /^(?<date>\d{4}-\d\d-\d\d)T(\d\d):(\d\d):\d\dZ (ERROR|INFO) ([\w.]+@[\w.]+) "([^"]*)" (\d+)ms$/gm;
  let errors = 0;
  let total = 0;
  for (const match of text.matchAll(line)) {
    if (match[4] === 'ERROR') errors++;
    total += Number(match[7]) + match.groups.date.length;
  }
  return errors + total;
}

function lex(source) {
  const token = /\s+|([A-Za-z_$][\w$]*)|(\d+(?:\.\d+)?)|("(?:[^"\\]|\\.)*")|(=>|[-+*\/=<>!&|]=?|[(){}\[\];,.])/y;
  let count = 0;
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const match = token.exec(source);
    if (match === null) throw new Error('stuck');
    if (match[1] !== undefined) count += 1;
    else if (match[2] !== undefined) count += 2;
    else if (match[3] !== undefined) count += 3;
  }
  return count;
}

const text = log(4000);
let checksum = 0;
for (let i = 0; i < 6; i++) checksum += parseLog(text);
console.log('log', checksum);

const source = 'const value = compute(alpha1, "some \\"quoted\\" text", 3.14) + other[42]; if (value >= 10) { return value => value * 2; }\n'.repeat(1500);
console.log('lex', lex(source) + lex(source));

const prose = sentence(60000);
console.log('replace', prose.replace(/\b(\w)(\w*)\b/g, (all, a, b) => a.toUpperCase() + b).length);
console.log('template', prose.replace(/(\w+), (\w+)/g, '$2; $1').length);
console.log('split', prose.split(/[\s,]+/).length, text.split(/\r?\n/).length);
console.log('words', prose.match(/\w+/g).length, prose.match(/fox|dog|lazy/gi).length);

let valid = 0;
const email = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;
for (let i = 0; i < 300000; i++) if (email.test(i % 3 === 0 ? `user${i}@example.com` : `user${i}.example`)) valid++;
console.log('test', valid);

let trimmed = 0;
for (let i = 0; i < 100000; i++) trimmed += `   some text ${i}\t `.replace(/^\s+|\s+$/g, '').length;
console.log('trim', trimmed);
console.log('search', prose.search(/zebra/), /needle/.test(prose), prose.search(/[xyz]{3}/));
