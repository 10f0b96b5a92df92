// The IR of every file of the corpora, before and behind the passes: the verifier finds nothing,
// and nothing of the language is refused.
//
//   node ir_packages.mjs --perry-cc PATH --packages FOLDER --out FOLDER [--sample N] [--filter TEXT]

import { resolve } from 'node:path';

import { filesOf, JAVASCRIPT_PACKAGES, sample, TYPESCRIPT_PACKAGES } from './lib/corpus.mjs';
import { PerryBatch } from './lib/perry.mjs';
import { readOptions, run } from './lib/run.mjs';

const options = readOptions({ sample: { type: 'string' } });
const root = resolve(options.packages);
const files = [
  ...filesOf(root, JAVASCRIPT_PACKAGES, /\.[mc]?js$/),
  ...filesOf(root, TYPESCRIPT_PACKAGES, /(?<!\.d)\.([mc]ts|tsx?)$/),
];

/** Whether the front end, which other tests look at, has refused the file. */
const isRefusedEarly = ({ verdict, code }) => verdict === 'error' && !code.startsWith('P60');

await run({
  options,
  jobs: sample(files, Number(options.sample ?? 1)),
  async prepare() {
    const perry = new PerryBatch(resolve(options['perry-cc']),
                                 ['--stop-after=ir', '--verify', '--optimized']);
    return {
      async check({ path }) {
        let answer = await perry.request(path);
        if (isRefusedEarly(answer)) answer = await perry.request(path, { goal: 'commonjs' });
        if (isRefusedEarly(answer)) answer = await perry.request(path, { goal: 'script' });
        return answer.verdict === 'ok' || isRefusedEarly(answer)
          ? null : `expected ok, got ${answer.verdict} ${answer.code}`;
      },
      close: () => perry.close(),
    };
  },
});
