// All of test262-parser-tests: `pass` is accepted, `pass-explicit` is accepted and, written with
// every bracket and semicolon, gives the same tree as its twin in `pass`; `fail` and `early` are
// rejected. What today's specification decides otherwise stands in parser_tests_decided.json.
//
//   node parser_tests.mjs --perry-cc PATH --packages FOLDER --out FOLDER

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { PerryBatch } from './lib/perry.mjs';
import { readOptions, run } from './lib/run.mjs';

const options = readOptions();
const here = dirname(fileURLToPath(import.meta.url));
const decided = JSON.parse(readFileSync(join(here, 'parser_tests_decided.json'), 'utf8'));
// Two programs of pass-explicit lost a pair of brackets and are other programs than their twins.
const withoutTwin = new Set(['589dc8ad3b9aa28f.js', '87a9b0d1d80812cc.js']);
const root = join(resolve(options.packages), 'node_modules/test262-parser-tests');

const jobs = ['pass', 'pass-explicit', 'fail', 'early'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ name: `${folder}/${file}`, folder, file, path: join(root, folder, file) })));

/**
 * The tree without places, and without what the explicit spelling spells out. Names and values are
 * left out as well: some pairs differ in them alone, `(x, ...y) => 0` standing
 * beside `(a, ...b) => 1`.
 */
function shape(node) {
  if (Array.isArray(node)) return node.map(shape);
  if (!node || typeof node !== 'object') return node;
  const result = {};
  for (const [key, value] of Object.entries(node)) {
    // Quotes, digits and escapes have another spelling, and `{a}` is written `{a: a}`.
    if (['start', 'end', 'raw', 'directive', 'shorthand', 'name'].includes(key)) continue;
    result[key] = shape(value);
  }
  if (node.type === 'Literal') result.value = typeof node.value;
  // `a, b, c` is written `((a, b), c)`.
  if (node.type === 'SequenceExpression') {
    result.expressions = result.expressions.flatMap((e) => (e.type === 'SequenceExpression' ? e.expressions : [e]));
  }
  // A key is written as a name where it can be one, else as a string.
  if (node.key && !node.computed) result.key = 'key';
  return result;
}

await run({
  options,
  jobs,
  async prepare() {
    const perry = new PerryBatch(resolve(options['perry-cc']), ['--stop-after=bind', '--dump=estree']);
    const read = ({ file, path }) =>
      perry.request(path, { goal: file.includes('.module.') ? 'module' : 'script', lang: 'js' });
    return {
      async check(job) {
        const { verdict, code, dump } = await read(job);
        const accept = job.folder.startsWith('pass');
        const wanted = (decided[job.name] ? !accept : accept) ? 'ok' : 'error';
        if (verdict !== wanted) return `expected ${wanted}, got ${verdict} ${code}`;
        if (job.folder !== 'pass-explicit' || wanted !== 'ok' || withoutTwin.has(job.file)) return null;
        const twin = await read({ file: job.file, path: join(root, 'pass', job.file) });
        const [explicit, plain] = [dump, twin.dump].map((d) => JSON.stringify(shape(JSON.parse(d.toString()))));
        return explicit === plain ? null : `another tree than pass/${job.file}:\n${plain}\n${explicit}`;
      },
      close: () => perry.close(),
    };
  },
});
