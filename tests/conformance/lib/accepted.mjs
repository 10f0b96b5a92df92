// What the reference parsers are too slow to be asked twice: which outputs of perry-cc they have
// been found to agree with. An answer is known by the hashes of the source, of everything that the
// reference's answer depends on, and of perry-cc's output; so a change of any of them asks again.

import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MOST_BYTES = 64 << 20;

export const hashOf = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('base64url');
};

export class Accepted {
  #file;
  #salt;
  #known = new Set();
  #fresh = [];

  /**
   * `folder` holds the answers of earlier runs, or is undefined: then nothing is known. `packages`
   * are the reference's, as installed below `root`; `scripts` are our own files that decide.
   */
  constructor({ folder, name, root, packages, scripts }) {
    const versions = packages.map((p) => readFileSync(join(root, 'node_modules', p, 'package.json')));
    this.#salt = hashOf(process.version, ...versions, ...scripts.map((path) => readFileSync(path)));
    if (!folder) return;
    this.#file = join(folder, `${name}.accepted`);
    mkdirSync(dirname(this.#file), { recursive: true });
    try {
      // Old answers are never looked for again, but stay; too many of them are worth nothing.
      if (statSync(this.#file).size > MOST_BYTES) return;
      for (const line of readFileSync(this.#file, 'latin1').split('\n')) this.#known.add(line);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }

  /** One question: the source, how it was read, and what perry-cc made of it. */
  key(source, how, output) {
    return hashOf(this.#salt, source, how, output);
  }

  has(key) {
    return this.#known.has(key);
  }

  add(key) {
    if (!this.#file || this.#known.has(key)) return;
    this.#known.add(key);
    this.#fresh.push(key + '\n');
    if (this.#fresh.length >= 64) this.close();
  }

  /** Appending whole lines is safe beside other processes that do the same. */
  close() {
    if (this.#fresh.length) appendFileSync(this.#file, this.#fresh.join(''), 'latin1');
    this.#fresh = [];
  }
}
