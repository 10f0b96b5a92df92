// Compares the runtime's matches with those of the engine that runs this script, on random patterns
// and subjects.
//
//   node compare.mjs BATCH_PROGRAM [COUNT [SEED]]
//
// COUNT pairs are tried with each set of flags. Where we differ, the engine is asked once more, in a process
// of its own that interprets all patterns as they are written; where it contradicts itself it is no judge. Some
// patterns, such as `(?=(.*?)+b)`, take time without end by their nature: such a pair is left out.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

import { PatternGenerator, Random } from '../regexp_syntax/generate.mjs';

const FLAG_SETS = ['', 'i', 'ms', 'u', 'iu', 'v', 'iv'];
const CHUNK = 10000;
const MOST_MATCHES = 4;
const PATIENCE = 20_000;
const LETTERS = [...'abcdefkpquxz019 _AFKSſ\u212aé\nπΠ', '😀', '𝒜', '\ud83d', '\ude00', '中', '1️⃣', '🇩🇪', '€', 'ß', 'ẞ', 'µ'];
const LATIN = [...'abcdefkpquxz019 _AFKSéÉµ\n-/,&'];

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
const hasSets = accepts('', 'v');

// Numbers near 2^31 that the engine takes for infinity, and names of which it sees the low bytes.
function engineIsWrong(pattern) {
  return /\{\d{10,}/.test(pattern) || /,\d{10,}/.test(pattern) || /\\p\{[^}]*[^\0-\x7f]/i.test(pattern);
}
function engineIsTooOld(pattern) {
  if (!features.modifiers && /\(\?[a-z-]*:/.test(pattern.replaceAll('(?:', ''))) return true;
  return !features.duplicateNames && (pattern.match(/\(\?</g) ?? []).length > 1;
}

// Of groups with one name it overlooks some that lie inside each other, and tells of some only when
// the pattern is read.
function engineIsVague(wanted, answer) {
  const duplicate = '! Duplicate capture group name';
  return wanted !== answer && (wanted === duplicate || answer === duplicate);
}

// With `u` and `v` it finds what is empty between the halves of a pair.
function engineSplitsPairs(flags, text, wanted) {
  if (!/[uv]/.test(flags)) return false;
  return [...wanted.matchAll(/(?:^|; )(\d+)-/g)].some(([, at]) => /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1)));
}

// Behind a group with modifiers that may be empty it goes on with the group's flags, and reads ranges and \w by them
// behind any: `(?i:a(?-i:b)|[9-f])` does not match "i". It does not ignore the case of a character in `\q`,
// nor with `v` in `\p{ASCII}`, to which the Kelvin sign belongs.
function engineConfusesCase(pattern, flags) {
  if (/\(\?(?=[a-z-]*i)[a-z-]*:.*(?:\[|\\w)/is.test(pattern)) return true;
  return /\(\?[a-z]*-?[a-z]*:(?:\||.*\|\)|\))/s.test(pattern) || (flags === 'iv' && /\\(?:q\{|p\{ASCII\})/i.test(pattern));
}

const hex = (text) => {
  let digits = '';
  for (let i = 0; i < text.length; ++i) digits += text.charCodeAt(i).toString(16).padStart(4, '0');
  return digits;
};

// Half of a subject is letters of the pattern, so that something matches.
function subject(random, pattern) {
  const letters = random.chance(0.4) ? LATIN : LETTERS;
  const own = [...pattern].filter((c) => !'\\()[]{}|?*+^$.'.includes(c));
  let text = '';
  for (let i = random.below(14); i > 0; --i) {
    text += own.length > 0 && random.chance(0.5) ? random.pick(own) : random.pick(letters);
    if (random.chance(0.2)) text += text.slice(random.below(text.length));
  }
  return text;
}

// The engine's answers to [pattern, flags, text]; null where it runs out of its stack or of time.
const timed = new vm.Script('task()');
function expected(questions) {
  const answers = [];
  globalThis.task = () => {
    while (answers.length < questions.length) answers.push(matches(...questions[answers.length]));
  };
  while (answers.length < questions.length) {
    try {
      timed.runInThisContext({ timeout: PATIENCE });
    } catch {
      answers.push(null);
    }
  }
  return answers;
}

function matches(pattern, flags, text) {
  let regexp;
  try {
    regexp = new RegExp(pattern, flags + 'dg');
  } catch (error) {
    return '! ' + error.message.slice(`Invalid regular expression: /${pattern}/${flags}dg: `.length);
  }
  let line = '';
  for (let i = 0; i < MOST_MATCHES; ++i) {
    const match = regexp.exec(text);
    if (match === null) break;
    for (const pair of match.indices) line += pair === undefined ? '-1--1 ' : `${pair[0]}-${pair[1]} `;
    line += '; ';
    if (match[0] === '') regexp.lastIndex = match.index + 1;
  }
  return line;
}

if (process.argv[2] === '--again') {
  process.stdout.write(`${expected([JSON.parse(readFileSync(0, 'utf8'))])[0]}\n`);
  process.exit();
}

function standsBy({ pattern, flags, text, wanted }) {
  const options = ['--regexp-interpret-all', '--no-regexp-optimization', '--no-regexp-tier-up'];
  const again = spawnSync(process.execPath, [...options, import.meta.filename, '--again'], {
    input: JSON.stringify([pattern, flags, text]),
    encoding: 'utf8',
    timeout: PATIENCE,
  });
  return again.stdout === `${wanted}\n`;
}

// Our answers to these pairs; null where one takes too long.
function answersTo(program, flags, pairs) {
  const answers = [];
  while (answers.length < pairs.length) {
    const rest = pairs.slice(answers.length);
    const result = spawnSync(program, [], {
      input: rest.map(([pattern, text]) => `${flags}\t${hex(pattern)}\t${hex(text)}\n`).join(''),
      maxBuffer: 1 << 28,
      encoding: 'utf8',
      timeout: PATIENCE,
    });
    answers.push(...result.stdout.split('\n').slice(0, -1));
    if (result.status === 0) break;
    if (result.error?.code !== 'ETIMEDOUT') {
      const [pattern, text] = pairs[answers.length];
      console.error(`${program} failed at /${pattern}/${flags} on ${JSON.stringify(text)}: ${result.stderr || result.signal}`);
      process.exit(1);
    }
    answers.push(null);
  }
  return answers;
}

const [program, countText = '20000', seedText = '1'] = process.argv.slice(2);
if (program === undefined) {
  console.error('usage: node compare.mjs BATCH_PROGRAM [COUNT [SEED]]');
  process.exit(2);
}
const count = Number(countText);
const random = new Random(Number(seedText));
const generator = new PatternGenerator(random, features);
const tally = { checked: 0, matched: 0, invalid: 0, skipped: 0, endless: 0, wrong: 0 };

for (const flags of FLAG_SETS) {
  if (flags.includes('v') && !hasSets) continue;
  for (let done = 0; done < count; done += CHUNK) {
    const pairs = [];
    for (let i = done; i < Math.min(count, done + CHUNK); ++i) {
      const pattern = generator.pattern(flags);
      if (engineIsWrong(pattern) || engineIsTooOld(pattern)) ++tally.skipped;
      else pairs.push([pattern, subject(random, pattern)]);
    }
    const answers = answersTo(program, flags, pairs);
    const differences = [];
    const questions = pairs.filter((_, i) => answers[i] !== null).map(([pattern, text]) => [pattern, flags, text]);
    const wantedOnes = expected(questions);
    pairs.forEach(([pattern, text], i) => {
      const wanted = answers[i] === null ? null : wantedOnes.shift();
      if (wanted === null) {
        ++tally.endless;
        return;
      }
      if (engineIsVague(wanted, answers[i]) || engineSplitsPairs(flags, text, wanted) ||
          (wanted !== answers[i] && engineConfusesCase(pattern, flags))) {
        ++tally.skipped;
        return;
      }
      ++tally.checked;
      if (wanted.startsWith('!')) ++tally.invalid;
      else if (wanted !== '') ++tally.matched;
      if (wanted !== answers[i]) differences.push({ pattern, flags, text, wanted, answer: answers[i] });
    });
    for (const { pattern, text, wanted, answer } of differences.filter(standsBy)) {
      if (++tally.wrong <= 20)
        console.log(`/${pattern}/${flags} on ${JSON.stringify(text)}\n  engine: ${wanted}\n  we:     ${answer}`);
    }
  }
}

console.log(`${tally.checked} checked (${tally.matched} match, ${tally.invalid} invalid), ` +
  `${tally.skipped} skipped, ${tally.endless} too long, ${tally.wrong} wrong`);
if (tally.matched < count) {
  console.error('too little was checked');
  process.exit(1);
}
process.exit(tally.wrong === 0 ? 0 : 1);
