// The part of compare.mjs that asks TypeScript.

import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

import { TypeScriptLayout } from './typescript_layouts.mjs';

/** What TypeScript answers to the requests of one layout: a path, undefined for none, null for nonsense. */
function answers(ts, root, queries) {
  const path = join(root, 'tsconfig.json');
  const read = ts.readConfigFile(path, ts.sys.readFile);
  if (read.error) throw new Error(ts.flattenDiagnosticMessageText(read.error.messageText, '\n'));
  const host = { ...ts.sys, readDirectory: () => [] };
  const { options } = ts.parseJsonConfigFileContent(read.config, host, root, undefined, path);
  return queries.map(({ mode, importer, specifier }) => {
    const found = ts.resolveModuleName(specifier, importer, options, ts.sys, undefined, undefined,
      mode === 'import' ? ts.ModuleKind.ESNext : ts.ModuleKind.CommonJS).resolvedModule;
    // Where package.json names a file and `moduleSuffixes` applies, TypeScript forgets the suffix.
    if (found && !existsSync(found.resolvedFileName)) return null;
    return found && realpathSync(found.resolvedFileName);
  });
}

// docs/decisions says why: what types alone are found in is builtin all the same.
function isSame(ours, theirs) {
  if (theirs === null) return undefined;
  if (theirs === undefined) return ours.error !== undefined || ours.format === 'builtin';
  return ours.path === theirs;
}

function compare({ ask, title, requests, expected, same }) {
  const ours = ask(requests);
  const tally = { compared: 0, found: 0, wrong: 0 };
  requests.forEach((request, i) => {
    const verdict = same(ours[i], expected[i], request);
    if (verdict === undefined) return;
    tally.compared++;
    if (expected[i] !== undefined) tally.found++;
    if (verdict || ++tally.wrong > 20) return;
    console.log(`${request.kind} '${request.specifier}' from ${request.importer}\n    TypeScript: ${expected[i]}\n` +
                `    ours: ${ours[i].path ?? ours[i].error} ${ours[i].message ?? ''}`);
  });
  console.log(`  ${title}: ${tally.compared} compared, ${tally.found} of them found, ${tally.wrong} differences`);
  return tally;
}

// Code in a project without declarations is where TypeScript says, if that is not a matter of what
// packages offer: there Node decides.
function isSameCode(ours, theirs, { specifier }) {
  if (theirs == null || theirs.includes('/node_modules/')) return undefined;
  if (/^(#|(w|self|@s\/self|p)(\W|$))/.test(specifier)) return undefined;
  // Node completes a name with `.json` and `.node` before it looks into the directory of that name.
  if (/\.(json|node)$/.test(ours.path) && !/\.(json|node)$/.test(specifier)) return undefined;
  return ours.path === theirs;
}

export function compareWithTypeScript({ ts, ask, work, layouts, queriesEach, random }) {
  console.log(`TypeScript ${ts.version}`);
  const make = (prefix, options) => {
    const requests = [];
    const expected = [];
    for (let i = 0; i < layouts; i++) {
      const root = join(work, `${prefix}${i}`);
      mkdirSync(root);
      const queries = new TypeScriptLayout(random, root, options).queries(queriesEach);
      requests.push(...queries);
      expected.push(...answers(ts, root, queries));
    }
    return { requests, expected };
  };
  const withConditions = (requests, kind) => requests.map((r) => ({ ...r, rules: 'node', conditions: [], kind: kind(r.mode) }));

  const types = make('types', { declarations: true });
  const first = compare({
    ask, title: 'types', expected: types.expected, same: isSame,
    requests: withConditions(types.requests, (mode) => `type-${mode}`),
  });
  const code = make('code', { declarations: false });
  const second = compare({
    ask, title: 'code', expected: code.expected, same: isSameCode,
    requests: withConditions(code.requests, (mode) => mode),
  });
  return { compared: Math.min(first.compared, second.compared), wrong: first.wrong + second.wrong };
}
