// The files of a test262 checkout, and the metadata at their head: as much of YAML as they use.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const BLOCK = /\/\*---\r?\n?([\s\S]*?)---\*\//;

function parseList(text) {
  return text.split(/[,\s]+/).filter(Boolean);
}

export function parseMetadata(source) {
  const yaml = BLOCK.exec(source)?.[1] ?? '';
  const flags = new Set();
  let negative = null;
  const inline = /^flags:\s*\[([^\]]*)\]/m.exec(yaml);
  if (inline) parseList(inline[1]).forEach((flag) => flags.add(flag));
  const listed = /^flags:\s*\r?\n((?:\s*-\s*\w+\s*\r?\n?)+)/m.exec(yaml);
  if (listed) for (const match of listed[1].matchAll(/-\s*(\w+)/g)) flags.add(match[1]);
  const block = /^negative:\s*\r?\n((?:[ \t]+.*\r?\n?)+)/m.exec(yaml);
  if (block) {
    negative = {
      phase: /phase:\s*(\w+)/.exec(block[1])?.[1],
      type: /type:\s*(\w+)/.exec(block[1])?.[1],
    };
  }
  return { flags, negative };
}

/** The tests in a folder and below. */
export function* testFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* testFiles(path);
    // Fixtures are read by other tests only.
    else if (entry.name.endsWith('.js') && !entry.name.includes('_FIXTURE')) yield path;
  }
}

/** The ways in which INTERPRETING.md has a test run. */
export function modesOf({ flags }) {
  if (flags.has('module')) return ['module'];
  if (flags.has('raw') || flags.has('noStrict')) return ['sloppy'];
  if (flags.has('onlyStrict')) return ['strict'];
  return ['sloppy', 'strict'];
}
