// Every TypeScript file of packages that ship their sources, of typescript's own libraries and of
// @types/node: no diagnostics, and the ESTree dump against typescript-estree's tree.
//
//   node estree_ts.mjs --perry-cc PATH --packages FOLDER --out FOLDER [--known FOLDER]
//       [--sample N] [--filter TEXT]

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Accepted } from './lib/accepted.mjs';
import { DECLARATION_PACKAGES, filesOf, sample, TYPESCRIPT_PACKAGES } from './lib/corpus.mjs';
import { compareTrees } from './lib/estree.mjs';
import { PerryBatch } from './lib/perry.mjs';
import { readOptions, run } from './lib/run.mjs';

const options = readOptions({ sample: { type: 'string' } });
const root = resolve(options.packages);
const files = filesOf(root, [...TYPESCRIPT_PACKAGES, ...DECLARATION_PACKAGES], /\.([mc]ts|tsx?)$/);

// An octal escape in a tagged template makes its value undefined (12.9.6.1, TV), as a broken \x or
// \u does; typescript-estree knows of the latter only.
const isChoice = (parent, key, actual) =>
  key === 'cooked' && actual === null && /\\(?:[1-9]|0\d)/.test(parent.raw);

await run({
  options,
  jobs: options.sample ? sample(files, Number(options.sample)) : files,
  async prepare() {
    const require = createRequire(join(root, 'package.json'));
    const { parse } = require('@typescript-eslint/typescript-estree');
    const accepted = new Accepted({
      folder: options.known,
      name: 'estree_ts',
      root,
      packages: ['@typescript-eslint/typescript-estree', 'typescript'],
      scripts: ['./estree_ts.mjs', './lib/estree.mjs'].map((path) => fileURLToPath(new URL(path, import.meta.url))),
    });
    const perry = new PerryBatch(resolve(options['perry-cc']), ['--stop-after=bind', '--dump=estree']);
    return {
      async check({ path }) {
        const text = readFileSync(path, 'utf8');
        const { verdict, code, dump } = await perry.request(path);
        if (verdict !== 'ok') return `perry-cc says ${code}`;
        const key = accepted.key(text, path.slice(root.length), dump);
        if (accepted.has(key)) return null;
        let tree = null;
        let error = null;
        try {
          tree = parse(text, {
            filePath: path,
            jsx: path.endsWith('x'),
            range: true,
            loc: false,
            suppressDeprecatedPropertyWarnings: true,
          });
        } catch (thrown) {
          error = thrown.message;
        }
        if (!tree) return `typescript-estree says ${error}`;
        // typescript-estree guesses the goal from the presence of imports and exports; perry-cc is
        // told it.
        tree.sourceType = /\.cts$/.test(path) ? 'script' : 'module';
        const problem = compareTrees(tree, dump, isChoice);
        if (!problem) accepted.add(key);
        return problem;
      },
      close() {
        accepted.close();
        perry.close();
      },
    };
  },
});
