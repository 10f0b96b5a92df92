// The IR of every file of a test262 checkout that the front end accepts, before and behind the
// passes: the verifier finds nothing, and nothing of the language is refused.
//
//   node ir_test262.mjs --dir CHECKOUT --perry-cc PATH --out FOLDER [--filter TEXT]

import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';

import { PerryBatch } from './lib/perry.mjs';
import { readOptions, run } from './lib/run.mjs';
import { modesOf, parseMetadata, testFiles } from './lib/test262.mjs';

const options = readOptions({ dir: { type: 'string' } });
if (!options.dir) throw new Error('--dir is missing: the path of a test262 checkout');
const root = resolve(options.dir, 'test');

const jobs = [];
for (const folder of ['language', 'built-ins', 'annexB']) {
  for (const path of testFiles(resolve(root, folder))) {
    const metadata = parseMetadata(readFileSync(path, 'utf8'));
    if (metadata.negative?.phase === 'parse') continue;
    for (const mode of modesOf(metadata)) {
      jobs.push({ name: `${relative(root, path)} (${mode})`, path, mode });
    }
  }
}

await run({
  options,
  jobs,
  async prepare() {
    const perry = new PerryBatch(resolve(options['perry-cc']),
                                 ['--stop-after=ir', '--verify', '--optimized']);
    return {
      async check({ path, mode }) {
        const { verdict, code } = await perry.request(path, {
          goal: mode === 'module' ? 'module' : 'script',
          lang: 'js',
          flags: mode === 'strict' ? ['strict'] : [],
        });
        const isRefusedEarly = verdict === 'error' && !code.startsWith('P60');
        return verdict === 'ok' || isRefusedEarly ? null : `expected ok, got ${verdict} ${code}`;
      },
      close: () => perry.close(),
    };
  },
});
