// Compares resolution with Node's, and with TypeScript's when it is given.
//
//   node compare.mjs --batch PROGRAM --work FOLDER [--packages FOLDER] [--layouts N] [--seed N]
//
// FOLDER is made anew. What differs is printed with the request; decided differences are left out,
// see `decided` in each part and docs/decisions.

import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { NodeLayout } from './node_layouts.mjs';
import { Random } from './random.mjs';
import { compareWithTypeScript } from './typescript.mjs';

const { values: options } = parseArgs({
  options: {
    batch: { type: 'string' },
    work: { type: 'string' },
    packages: { type: 'string' },
    layouts: { type: 'string', default: '150' },
    queries: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
});
if (!options.batch || !options.work) throw new Error('--batch and --work are needed');
const layouts = Number(options.layouts);
const queriesEach = Number(options.queries);
const work = resolve(options.work);
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });

/** One answer for each request: { format, path, suffix } or { error, message }. */
function ask(requests) {
  const lines = requests.map((r) => [r.rules, r.conditions.join(','), r.kind, r.importer, r.specifier].join('\t') + '\n');
  const done = spawnSync(options.batch, { input: lines.join(''), encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`${options.batch} failed: ${done.signal ?? done.stderr}`);
  console.log(`  ${done.stderr.trim()}`);
  const answers = done.stdout.split('\n').slice(0, -1).map((line) => {
    const [verdict, first, second, third] = line.split('\t');
    if (verdict === 'ok') return { format: first, path: second, suffix: third };
    return { error: first, message: second, path: third };
  });
  if (answers.length !== requests.length) throw new Error(`${answers.length} answers to ${requests.length} requests`);
  return answers;
}

const MISSING = new Set(['file-not-found', 'is-directory', 'package-not-installed', 'no-package-entry', 'target-not-found',
  'unknown-builtin', 'unreadable']);

function sameAsNode(ours, node) {
  if (ours.error === 'unknown-format') return ours.path === node.path;
  if (node.path !== undefined)
    return ours.path === node.path && (node.suffix === undefined || decodeURI(node.suffix) === decodeURI(ours.suffix));
  if (node.error === 'missing') return MISSING.has(ours.error);
  return ours.error === node.error;
}

// docs/decisions says why.
function decidedAgainstNode(request, ours, node) {
  // require() reads the importer's own package.json even where it does not matter. A module of such
  // a package is refused when it is loaded.
  if (node.error === 'invalid-config' && request.kind === 'require') return true;
  // require() looks for package names among URLs and internal names, and says that they are missing.
  if (request.kind === 'require' && ['unknown-scheme', 'import-not-defined', 'invalid-specifier'].includes(ours.error))
    return node.error === 'missing';
  // The format of the file that was found depends on a package.json that is broken. Node finds that
  // when it loads the file.
  if (ours.error === 'invalid-config' && /\.[jt]sx?$/.test(node.path)) return true;
  // `import ''`, and `imports` that say so.
  if (request.specifier === '' || ours.message?.startsWith('`` is')) return ours.error === 'invalid-specifier';
  // A builtin module that `imports` names: this version of Node fails over its own answer.
  return ours.format === 'builtin' && request.specifier.startsWith('#') && /INVALID_URL_SCHEME/.test(node.error);
}

function compareWithNode(random) {
  console.log('Node');
  const requests = [];
  for (let i = 0; i < layouts; i++) {
    const root = join(work, `node${i}`);
    mkdirSync(root);
    requests.push(...new NodeLayout(random, root).queries(queriesEach));
  }
  let wrong = 0;
  let found = 0;
  let decided = 0;
  for (const conditions of [[], ['custom']]) {
    const ours = ask(requests.map((r) => ({ ...r, rules: 'node', conditions })));
    const node = spawnSync(process.execPath,
      ['--experimental-import-meta-resolve', '--no-warnings', ...conditions.flatMap((c) => ['-C', c]),
        fileURLToPath(new URL('node_answers.mjs', import.meta.url))],
      { input: JSON.stringify(requests), encoding: 'utf8', maxBuffer: 1 << 28 });
    if (node.status !== 0) throw new Error(`node failed: ${node.signal ?? node.stderr}`);
    JSON.parse(node.stdout).forEach((answer, i) => {
      if (answer.path !== undefined) found++;
      if (sameAsNode(ours[i], answer)) return;
      if (decidedAgainstNode(requests[i], ours[i], answer)) return void decided++;
      if (++wrong > 20) return;
      console.log(`${requests[i].kind} '${requests[i].specifier}' from ${requests[i].importer} [${conditions}]\n` +
                  `    Node: ${answer.path ?? answer.error}${answer.suffix ?? ''}\n` +
                  `    ours: ${ours[i].path ?? ours[i].error} ${ours[i].message ?? ''}`);
    });
  }
  const compared = requests.length * 2;
  console.log(`  ${compared} compared, ${found} of them found, ${decided} decided differences, ${wrong} differences`);
  return { compared, wrong };
}

const results = [compareWithNode(new Random(Number(options.seed)))];
if (options.packages) {
  const ts = createRequire(import.meta.url)(join(resolve(options.packages), 'node_modules/typescript'));
  results.push(compareWithTypeScript({ ts, ask, work, layouts, queriesEach, random: new Random(Number(options.seed)) }));
} else {
  console.log('no --packages: not compared with TypeScript');
}
const ranNothing = results.some((result) => result.compared === 0);
if (ranNothing) console.log('nothing was compared');
process.exitCode = ranNothing || results.some((result) => result.wrong !== 0) ? 1 : 0;
