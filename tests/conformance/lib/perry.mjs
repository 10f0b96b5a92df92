// A perry-cc process that answers requests one after the other (perry-cc --help, batch mode).

import { spawn } from 'node:child_process';

export class PerryBatch {
  #process;
  #waiting = [];
  #chunks = [];
  #size = 0;
  #header = null;
  #failure = null;

  constructor(perryCc, args) {
    this.#process = spawn(perryCc, ['--batch', ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#process.stdout.on('data', (chunk) => this.#receive(chunk));
    this.#process.on('error', (error) => this.#fail(error));
    this.#process.on('exit', (code, signal) => this.#fail(new Error(`perry-cc ended: ${signal ?? code}`)));
    this.#process.stdin.on('error', () => {});
  }

  /** One file: {verdict, code, dump}. `dump` is a Buffer, empty when no dump was asked for. */
  request(path, { goal = '', lang = '', flags = [] } = {}) {
    if (/[\t\n]/.test(path)) throw new Error(`a request cannot name ${JSON.stringify(path)}`);
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      this.#waiting.push({ resolve, reject, path });
      this.#process.stdin.write(`${path}\t${goal}\t${lang}\t${flags.join(',')}\n`);
    });
  }

  close() {
    this.#process.removeAllListeners('exit');
    this.#process.stdin.end();
  }

  #fail(error) {
    this.#failure = error;
    // The process died over the oldest request; the others were never looked at.
    const [first, ...others] = this.#waiting.splice(0);
    first?.reject(new Error(`${error.message}, at ${first.path}`));
    for (const { reject } of others) reject(error);
  }

  #receive(chunk) {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    while (this.#next());
  }

  #next() {
    if (!this.#header) {
      if (this.#size === 0) return false;
      const data = this.#take(this.#size);
      const end = data.indexOf(10);
      if (end < 0) {
        this.#restore(data);
        return false;
      }
      const [verdict, code, bytes] = data.toString('utf8', 0, end).split('\t');
      this.#header = { verdict, code, bytes: Number(bytes) };
      this.#restore(data.subarray(end + 1));
    }
    if (this.#size < this.#header.bytes) return false;
    const { verdict, code, bytes } = this.#header;
    this.#header = null;
    this.#waiting.shift().resolve({ verdict, code, dump: this.#take(bytes) });
    return true;
  }

  #take(count) {
    const all = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
    this.#chunks = [];
    this.#size = 0;
    this.#restore(all.subarray(count));
    return all.subarray(0, count);
  }

  #restore(data) {
    if (data.length === 0) return;
    this.#chunks.unshift(data);
    this.#size += data.length;
  }
}
