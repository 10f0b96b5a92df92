// The declaration that each name leads to: the dump of scopes against eslint-scope, for JavaScript
// files of packages, and against @typescript-eslint/scope-manager for TypeScript files when that is
// installed beside them.
//
//   node scopes.mjs --perry-cc PATH --packages FOLDER --out FOLDER [--sample N] [--filter TEXT]

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

import { filesOf, JAVASCRIPT_PACKAGES, sample, TYPESCRIPT_PACKAGES } from '../lib/corpus.mjs';
import { PerryBatch } from '../lib/perry.mjs';
import { readOptions, run } from '../lib/run.mjs';
import { readReference } from './reference.mjs';

const options = readOptions({ sample: { type: 'string' }, typescript: { type: 'boolean' } });
const root = resolve(options.packages);
const files = options.typescript
  ? filesOf(root, TYPESCRIPT_PACKAGES, /(?<!\.d)\.([mc]ts|tsx?)$/)
  : filesOf(root, JAVASCRIPT_PACKAGES, /\.[mc]?js$/);

/** Positions of the dump are bytes, those of JavaScript's tools are UTF-16 code units. */
function unitsOf(bytes) {
  if (bytes.every((byte) => byte < 0x80)) return (offset) => offset;
  const units = new Uint32Array(bytes.length + 1);
  let unit = 0;
  for (let i = 0; i < bytes.length; i++) {
    units[i] = unit;
    const byte = bytes[i];
    if ((byte & 0xc0) === 0x80) continue;
    unit += byte >= 0xf0 ? 2 : 1;
  }
  units[bytes.length] = unit;
  return (offset) => units[offset];
}

/** References by position: {name, target: position of the declaration, 'implicit' or null}. */
function readDump(dump, bytes) {
  const units = unitsOf(bytes);
  const bindings = new Map();
  const references = new Map();
  for (const line of dump.split('\n')) {
    const binding = /^ {2}#(\d+) (\w+) (\S+) at (?:(\d+)\.\.\d+|nowhere)(.*)$/.exec(line);
    if (binding) {
      bindings.set(binding[1], {
        kind: binding[2],
        start: binding[4] === undefined ? 'implicit' : units(Number(binding[4])),
        isAnnexB: / AnnexBFunction\b/.test(binding[5]),
      });
      continue;
    }
    const name = /^ {2}(\d+)\.\.\d+ (?:Identifier|JSXIdentifier) (\S+) -> (global|#(\d+))(.*)$/.exec(line);
    if (!name) continue;
    const target = name[4] === undefined ? null : bindings.get(name[4]);
    references.set(units(Number(name[1])), {
      name: name[2],
      target,
      isDynamic: / DynamicLookup\b/.test(name[5]),
    });
  }
  return references;
}

/** What differs for reasons that are known: each says which reading is the specification's. */
function isKnownDifference(ours, theirs, after, hasEval) {
  // eslint-scope leaves all names in `with` undecided, and all names around eval, those too which
  // it cannot hide.
  if (ours.isDynamic || (hasEval && theirs.targets.length === 0)) return true;
  // eslint-scope keeps functions in their blocks; Annex B.3.2 makes them variables as well.
  if (ours.target?.isAnnexB) return true;
  // scope-manager tells types from values, but not namespaces: to it `A` in `<A extends A.B>` is
  // the type parameter, and a namespace is a type.
  if (theirs.definitions.every((d) => d === 'Type') && after === '.') return true;
  const isNamespace = theirs.definitions.includes('TSModuleName');
  if (isNamespace && !theirs.definitions.includes('Type') && !ours.target && after !== '.') return true;
  // To scope-manager a whole conditional type sees what `infer` declares, not the true branch alone.
  if (theirs.isInferred && ours.target?.kind === 'Type') return true;
  return false;
}

function compare(ours, theirs, text) {
  const problems = [];
  const hasEval = /\beval\s*\(/.test(text);
  const at = (position) => {
    const before = text.slice(0, position);
    return `${before.split('\n').length}:${position - before.lastIndexOf('\n')}`;
  };
  for (const [position, reference] of theirs) {
    const own = ours.get(position);
    const end = position + reference.name.length;
    // The name of a closing tag repeats that of the opening one.
    if (!own && text.slice(0, position).endsWith('</')) continue;
    if (!own) {
      problems.push(`${at(position)} ${reference.name}: no reference here`);
      continue;
    }
    if (isKnownDifference(own, reference, text[end], hasEval)) continue;
    const target = own.target?.start ?? null;
    const isSame = target === 'implicit' ? reference.targets.length === 0
                                         : target === null ? reference.targets.length === 0
                                                           : reference.targets.includes(target);
    if (!isSame) {
      const where = (t) => (typeof t === 'number' ? at(t) : String(t));
      problems.push(`${at(position)} ${reference.name}: leads to ${where(target)}, ` +
                    `expected ${reference.targets.map(where).join(' or ') || 'nothing declared'}`);
    }
  }
  return problems.length ? problems.slice(0, 8).join('\n') : null;
}

await run({
  options,
  jobs: options.sample ? sample(files, Number(options.sample)) : files,
  async prepare() {
    const require = createRequire(join(root, 'package.json'));
    const read = readReference(require, options.typescript);
    const perry = new PerryBatch(resolve(options['perry-cc']), ['--stop-after=bind', '--dump=scopes']);
    return {
      async check({ path }) {
        const bytes = readFileSync(path);
        const text = bytes.toString('utf8');
        if (text.charCodeAt(0) === 0xfeff) return null;
        const reference = read(text, path);
        if (!reference) return null;
        const { verdict, code, dump } = await perry.request(path, { goal: reference.goal });
        if (verdict !== 'ok') return `perry-cc says ${code}`;
        return compare(readDump(dump.toString(), bytes), reference.references, text);
      },
      close: () => perry.close(),
    };
  },
});
