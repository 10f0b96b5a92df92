// The ESTree dump of every .js, .mjs and .cjs file of popular packages against acorn's tree.
//
//   node estree_js.mjs --perry-cc PATH --packages FOLDER --out FOLDER [--known FOLDER]
//       [--sample N] [--filter TEXT]
//
// A file is read under the first goal that acorn accepts: the one its extension names, else module,
// then CommonJS. Goals that acorn rejects perry-cc must reject as well.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Accepted } from './lib/accepted.mjs';
import { filesOf, JAVASCRIPT_PACKAGES, sample } from './lib/corpus.mjs';
import { compareTrees } from './lib/estree.mjs';
import { PerryBatch } from './lib/perry.mjs';
import { readOptions, run } from './lib/run.mjs';

const options = readOptions({ sample: { type: 'string' } });
const files = filesOf(resolve(options.packages), JAVASCRIPT_PACKAGES, /\.[mc]?js$/);

function goalsOf(name) {
  if (name.endsWith('.mjs')) return ['module'];
  if (name.endsWith('.cjs')) return ['commonjs'];
  return ['module', 'commonjs'];
}

await run({
  options,
  jobs: options.sample ? sample(files, Number(options.sample)) : files,
  async prepare() {
    const { parse } = createRequire(join(resolve(options.packages), 'package.json'))('acorn');
    const accepted = new Accepted({
      folder: options.known,
      name: 'estree_js',
      root: resolve(options.packages),
      packages: ['acorn'],
      scripts: ['./estree_js.mjs', './lib/estree.mjs'].map((path) => fileURLToPath(new URL(path, import.meta.url))),
    });
    const perry = new PerryBatch(resolve(options['perry-cc']), ['--stop-after=bind', '--dump=estree']);
    const read = (text, goal) => {
      try {
        return { tree: parse(text, { ecmaVersion: 'latest', sourceType: goal }) };
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        return { error: error.message };
      }
    };
    return {
      async check({ name, path }) {
        const text = readFileSync(path, 'utf8');
        for (const goal of goalsOf(name)) {
          const { verdict, code, dump } = await perry.request(path, { goal });
          const key = accepted.key(text, `${goal} ${verdict}`, verdict === 'ok' ? dump : '');
          if (accepted.has(key)) {
            if (verdict === 'ok') return null;
            continue;
          }
          const reference = read(text, goal);
          if (reference.tree) {
            if (verdict !== 'ok') return `${goal}: acorn accepts, perry-cc says ${code}`;
            const problem = compareTrees(reference.tree, dump);
            if (!problem) accepted.add(key);
            return problem;
          }
          if (verdict === 'ok') return `${goal}: perry-cc accepts, acorn says ${reference.error}`;
          accepted.add(key);
        }
        return 'acorn accepts it under no goal';
      },
      close() {
        accepted.close();
        perry.close();
      },
    };
  },
});
