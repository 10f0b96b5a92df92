// Compares validate_regexp with the engine that runs this script, on random patterns.
//
//   node compare.mjs BATCH_PROGRAM [COUNT [SEED]]
//
// COUNT patterns are checked with each set of flags. What the engine doesn't know is left out, and
// so is what it is known to get wrong; see `engineIsWrong`.

import { spawnSync } from 'node:child_process';

import { PatternGenerator, Random } from './generate.mjs';

const FLAG_SETS = ['', 'u', 'v'];
const CHUNK = 20000;

function accepts(pattern, flags) {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}

const features = {
  modifiers: accepts('(?i-m:a)', ''),
  duplicateNames: accepts('(?<a>a)|(?<a>b)', ''),
};

// Where V8 departs from the specification, its answer says nothing:
// - It reads every number in a quantifier above 2^31 - 1 as infinity, and so doesn't see when such
//   are out of order.
// - It looks only at the low byte of the characters in a property's name.
function engineIsWrong(pattern, error) {
  if (error.endsWith('`\\p` needs a property in `{` and `}`')) return /\\p\{[^}]*[^\0-\x7f]/i.test(pattern);
  const match = /^(\d+)-(\d+): numbers out of order in quantifier$/.exec(error);
  if (match === null) return false;
  const braces = Buffer.from(pattern).toString('utf8', Number(match[1]), Number(match[2]));
  return braces.slice(1, -1).split(',').every((number) => Number(number) >= 2 ** 31 - 1);
}

// Mutation makes modifiers and duplicate names without being asked to.
function engineIsTooOld(pattern) {
  if (!features.modifiers && /\(\?[a-z-]*:/.test(pattern.replaceAll('(?:', ''))) return true;
  return !features.duplicateNames && (pattern.match(/\(\?</g) ?? []).length > 1;
}

function validate(program, lines) {
  const result = spawnSync(program, [], {
    input: lines.join('\n') + '\n',
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`${program} failed: ${result.stderr || result.signal}`);
  const answers = result.stdout.split('\n');
  answers.pop();
  if (answers.length !== lines.length) throw new Error(`${answers.length} answers to ${lines.length} lines`);
  return answers;
}

const [program, countText = '20000', seedText = '1'] = process.argv.slice(2);
if (program === undefined) {
  console.error('usage: node compare.mjs BATCH_PROGRAM [COUNT [SEED]]');
  process.exit(2);
}
const count = Number(countText);
const generator = new PatternGenerator(new Random(Number(seedText)), features);
const tally = { checked: 0, valid: 0, skipped: 0, wrong: 0 };

for (const flags of FLAG_SETS) {
  for (let done = 0; done < count; done += CHUNK) {
    const patterns = [];
    for (let i = done; i < Math.min(count, done + CHUNK); ++i) patterns.push(generator.pattern(flags));
    const answers = validate(program, patterns.map((pattern) => `${flags}\t${pattern}`));
    patterns.forEach((pattern, i) => {
      const error = answers[i];
      const expected = accepts(pattern, flags);
      if (expected !== (error === '') && (engineIsTooOld(pattern) || engineIsWrong(pattern, error))) {
        ++tally.skipped;
        return;
      }
      ++tally.checked;
      if (expected) ++tally.valid;
      if (expected === (error === '')) return;
      if (++tally.wrong > 20) return;
      console.log(`/${pattern}/${flags}: the engine ${expected ? 'accepts' : 'rejects'} it, we say: ${error || 'valid'}`);
    });
  }
}

console.log(`${tally.checked} checked (${tally.valid} valid), ${tally.skipped} skipped, ${tally.wrong} wrong`);
if (tally.checked < count) {
  console.error('too little was checked');
  process.exit(1);
}
process.exit(tally.wrong === 0 ? 0 : 1);
