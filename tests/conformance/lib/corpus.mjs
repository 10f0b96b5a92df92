// The packages whose files the ESTree tests read.

import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

export const JAVASCRIPT_PACKAGES = [
  '@babel/parser', 'acorn', 'axios', 'core-js', 'd3', 'date-fns', 'effect', 'eslint', 'express',
  'immutable', 'jquery', 'lodash', 'moment', 'prettier', 'ramda', 'react', 'react-dom', 'rxjs',
  'svelte', 'terser', 'typescript', 'undici', 'vue', 'webpack', 'yargs',
];

// Packages that ship their TypeScript sources, not declarations alone.
export const TYPESCRIPT_PACKAGES = [
  '@noble/curves', '@reduxjs/toolkit', '@tanstack/query-core', '@tanstack/react-query',
  '@trpc/server', 'abitype', 'ajv', 'effect', 'immer', 'mobx', 'openai', 'react-redux', 'redux',
  'reselect', 'rxjs', 'zod',
];
export const DECLARATION_PACKAGES = ['typescript', '@types/node'];

/** The files of installed packages whose names match, as jobs. Nested packages are left out. */
export function filesOf(root, packages, pattern) {
  const jobs = [];
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules') walk(path);
      } else if (entry.isFile() && pattern.test(entry.name)) {
        jobs.push({ name: relative(join(root, 'node_modules'), path), path, weight: statSync(path).size });
      }
    }
  };
  for (const name of packages) walk(join(root, 'node_modules', name));
  return jobs;
}

/**
 * A sample that is the same on every machine: every `step`-th file of each package in order of
 * names, and the largest of each package.
 */
export function sample(jobs, step) {
  const packageOf = (job) => job.name.split('/').slice(0, job.name.startsWith('@') ? 2 : 1).join('/');
  const groups = new Map();
  for (const job of jobs) {
    const name = packageOf(job);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(job);
  }
  return [...groups.values()].flatMap((group) => {
    const sorted = [...group].sort((a, b) => (a.name < b.name ? -1 : 1));
    const largest = sorted.reduce((a, b) => (b.weight > a.weight ? b : a));
    return sorted.filter((job, i) => i % step === 0 || job === largest);
  });
}
