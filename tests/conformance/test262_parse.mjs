// The verdict of the front end for every file of a test262 checkout under test/language,
// test/built-ins and test/annexB, in sloppy and strict mode as the metadata say.
//
//   node test262_parse.mjs --dir CHECKOUT --perry-cc PATH --out FOLDER [--update]
//
// Known failures stand in test262_known_failures.txt, each with its reason: `path (mode): reason`.
// One that passes fails the run too, so that the list only shrinks; --update takes it out.

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { PerryBatch } from './lib/perry.mjs';
import { readOptions, run } from './lib/run.mjs';
import { modesOf, parseMetadata, testFiles } from './lib/test262.mjs';

const options = readOptions({ dir: { type: 'string' }, update: { type: 'boolean' } });
if (!options.dir) throw new Error('--dir is missing: the path of a test262 checkout');
const root = join(resolve(options.dir), 'test');
const listPath = join(dirname(fileURLToPath(import.meta.url)), 'test262_known_failures.txt');

const known = new Map();
for (const line of readFileSync(listPath, 'utf8').split('\n')) {
  const match = /^(?!#)(.+? \((?:sloppy|strict|module)\)): (.+)$/.exec(line);
  if (match) known.set(match[1], match[2]);
}

const jobs = [];
for (const folder of ['language', 'built-ins', 'annexB']) {
  for (const path of testFiles(join(root, folder))) {
    const metadata = parseMetadata(readFileSync(path, 'utf8'));
    const rejected = metadata.negative?.phase === 'parse';
    for (const mode of modesOf(metadata)) {
      jobs.push({ name: `${relative(root, path)} (${mode})`, path, mode, rejected });
    }
  }
}

await run({
  options,
  jobs,
  async prepare() {
    const perry = new PerryBatch(resolve(options['perry-cc']), ['--stop-after=bind']);
    return {
      async check({ name, path, mode, rejected }) {
        const { verdict, code } = await perry.request(path, {
          goal: mode === 'module' ? 'module' : 'script',
          lang: 'js',
          flags: mode === 'strict' ? ['strict'] : [],
        });
        const right = verdict === (rejected ? 'error' : 'ok');
        if (known.has(name)) return right ? `passes now; take it off the list (${known.get(name)})` : null;
        return right ? null : `expected ${rejected ? 'an error' : 'no error'}, got ${verdict} ${code}`;
      },
      close: () => perry.close(),
    };
  },
  summary(list) {
    const stale = [...known.keys()].filter((name) => !list.some((job) => job.name === name));
    if (options.update) {
      // The list as it was, without what passes now.
      const passing = new Set(readFileSync(join(options.out, 'test262_parse.failures.txt'), 'utf8')
        .split('\n').filter((line) => known.has(line)));
      writeFileSync(listPath, readFileSync(listPath, 'utf8').split('\n')
        .filter((line) => ![...passing].some((name) => line.startsWith(`${name}: `))).join('\n'));
    }
    return `known failures: ${known.size}` + (stale.length ? `, of which not in this checkout: ${stale.length}` : '');
  },
});
