// The CommonJS export names of every .js and .cjs file of popular packages against cjs-module-lexer,
// which is what Node itself asks.
//
//   node commonjs_exports.mjs --perry-cc PATH --packages FOLDER --out FOLDER [--filter TEXT]

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

import { filesOf, JAVASCRIPT_PACKAGES } from './lib/corpus.mjs';
import { PerryBatch } from './lib/perry.mjs';
import { readOptions, run } from './lib/run.mjs';

// Packages whose files come from compilers and bundlers of every sort.
const PACKAGES = [...JAVASCRIPT_PACKAGES, '@babel', '@reduxjs/toolkit', '@typescript-eslint', 'ajv',
  'esbuild', 'immer', 'mobx', 'openai', 'react-redux', 'redux', 'reselect', 'zod'];

const options = readOptions();
const files = filesOf(resolve(options.packages), [...new Set(PACKAGES)], /\.c?js$/);

function describe(problem, expected, actual) {
  const show = (names) => JSON.stringify(names).slice(0, 300);
  return `${problem}: expected ${show(expected)}, got ${show(actual)}`;
}

await run({
  options,
  jobs: files,
  async prepare() {
    const { parse } = createRequire(join(resolve(options.packages), 'package.json'))('cjs-module-lexer');
    const perry = new PerryBatch(resolve(options['perry-cc']), ['--stop-after=bind', '--dump=record']);
    const read = (text) => {
      try {
        return parse(text);
      } catch (error) {
        // Node takes a file that the lexer cannot read for one without names.
        return { exports: [], reexports: [], error };
      }
    };
    return {
      async check({ path }) {
        const expected = read(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
        const { verdict, code, dump } = await perry.request(path, { goal: 'commonjs' });
        if (verdict !== 'ok') {
          const module = await perry.request(path, { goal: 'module' });
          return module.verdict === 'ok' ? null : `perry-cc reads it under no goal: ${code}`;
        }
        if (expected.error) return `the lexer says: ${expected.error.message}`;
        const { commonjsExports, commonjsReexports } = JSON.parse(dump.toString());
        if (String(commonjsExports) !== String(expected.exports))
          return describe('exports', expected.exports, commonjsExports);
        if (String(commonjsReexports) !== String(expected.reexports))
          return describe('reexports', expected.reexports, commonjsReexports);
        return null;
      },
      close: () => perry.close(),
    };
  },
  summary: (list) => `${list.length} files`,
});
