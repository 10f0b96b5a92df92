// test262's language tests, run from the IR by an interpreter on Node: what they show is the
// translation to IR alone. Tests of what Node itself lacks, and of direct eval, are left out.
//
//   node ir_run.mjs --dir CHECKOUT --perry-cc PATH --out FOLDER [--filter TEXT] [--optimized]

import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

import { PerryBatch } from '../lib/perry.mjs';
import { readOptions, run } from '../lib/run.mjs';
import { modesOf, parseMetadata, testFiles } from '../lib/test262.mjs';
import { parseIr } from './parse.mjs';

const options = readOptions({ dir: { type: 'string' }, optimized: { type: 'boolean' } });
if (!options.dir) throw new Error('--dir is missing: the path of a test262 checkout');
const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(options.dir, 'test');
const harness = (name) => readFileSync(join(options.dir, 'harness', name), 'utf8');
const interpreter = new vm.Script(readFileSync(join(here, 'interpreter.js'), 'utf8'));
const prelude = ['assert.js', 'sta.js', 'doneprintHandle.js'].map(
  (name) => new vm.Script(harness(name), { filename: name }));

const knownPath = join(here, 'known_failures.txt');
const known = new Map();
try {
  for (const line of readFileSync(knownPath, 'utf8').split('\n')) {
    const match = /^(?!#)(.+? \((?:sloppy|strict|module)\)): (.+)$/.exec(line);
    if (match) known.set(match[1], match[2]);
  }
} catch {}

const LEFT_OUT = [
  /\beval\(/, /\bFunction\(/, /_FIXTURE/, /\$262/, /^import\b|^export\b.*\bfrom\b/m, /\bimport\(/,
  /import\.(source|defer|meta)/, /\.constructor\(/,
];
const MISSING = /features:.*\b(tail-call-optimization|decorators|source-phase|import-defer|immutable-arraybuffer|ShadowRealm|Temporal|cross-realm|IsHTMLDDA|Atomics\.waitAsync|explicit-resource-management|regexp-modifiers|RegExp\.escape|import-attributes|import-text|import-bytes|upsert|await-dictionary|iterator-sequencing|joint-iteration|Math\.sumPrecise|Error\.isError|stable-|uint8array-base64|Float16Array|regexp-duplicate-named-groups|Intl|nonextensible-applies-to-private)/;

const jobs = [];
// Indirect eval, and what Node's contexts make of their global object's descriptors.
const FOLDERS_LEFT_OUT = /eval-code|global-code/;

for (const folder of ['language', 'annexB/language']) {
  for (const path of testFiles(resolve(root, folder))) {
    const text = readFileSync(path, 'utf8');
    const metadata = parseMetadata(text);
    if (metadata.negative?.phase === 'parse' || metadata.negative?.phase === 'resolution') continue;
    if (FOLDERS_LEFT_OUT.test(path)) continue;
    if (LEFT_OUT.some((pattern) => pattern.test(text)) || MISSING.test(text)) continue;
    for (const mode of modesOf(metadata)) {
      jobs.push({ name: `${relative(root, path)} (${mode})`, path, mode });
    }
  }
}

async function runTest(ir, { path, mode }) {
  const text = readFileSync(path, 'utf8');
  const metadata = parseMetadata(text);
  const includes = /^includes:\s*\[([^\]]*)\]/m.exec(text)?.[1].split(',').map((s) => s.trim()) ?? [];
  for (const m of text.matchAll(/^includes:\s*\n((?:\s*- .*\n)+)/gm)) {
    includes.push(...[...m[1].matchAll(/- (\S+)/g)].map((x) => x[1]));
  }
  const isAsync = metadata.flags.has('async');
  let finished, print;
  const done = new Promise((f) => { finished = f; });
  const context = vm.createContext({ print: (line) => { print = line; finished(); } });
  for (const script of prelude) script.runInContext(context);
  for (const name of includes) if (name) new vm.Script(harness(name), { filename: name }).runInContext(context);
  const machine = interpreter.runInContext(context)();
  let error, failed = false;
  try {
    const result = mode === 'module' ? machine.runModule(parseIr(ir)) : machine.runScript(parseIr(ir));
    await result;
  } catch (e) {
    error = e;
    failed = true;
  }
  if (metadata.negative) {
    const type = error?.constructor?.name;
    return failed && type === metadata.negative.type ? null : `expected ${metadata.negative.type}, got ${failed ? error : 'nothing'}`;
  }
  if (failed) return `${error?.stack ?? error}`.split('\n').slice(0, 4).join('\n');
  if (!isAsync) return null;
  await Promise.race([done, new Promise((r) => setTimeout(r, 2000))]);
  return print === 'Test262:AsyncTestComplete' ? null : `async: ${print ?? 'never done'}`;
}

process.on('uncaughtException', () => {});
process.on('unhandledRejection', () => {});

await run({
  options,
  jobs,
  async prepare() {
    const perry = new PerryBatch(resolve(options['perry-cc']),
      ['--stop-after=ir', '--dump=ir', '--verify', ...(options.optimized ? ['--optimized'] : [])]);
    return {
      async check(job) {
        const { verdict, code, dump } = await perry.request(job.path, {
          goal: job.mode === 'module' ? 'module' : 'script',
          lang: 'js',
          flags: job.mode === 'strict' ? ['strict'] : [],
        });
        const ir = dump.toString('utf8');
        // Behind the passes, suspended functions are frames, which the interpreter doesn't know.
        if (options.optimized && / frame\.new /.test(ir)) return null;
        const problem = verdict === 'ok' ? await runTest(ir, job) : `${verdict} ${code}`;
        if (!known.has(job.name)) return problem;
        return problem ? null : `passes now; take it off the list (${known.get(job.name)})`;
      },
      close: () => perry.close(),
    };
  },
});
