// A perry-cc process that answers requests one after the other (perry-cc --help, batch mode).

import { spawn } from 'node:child_process';

export class PerryBatch {
  #perryCc;
  #args;
  #process = null;
  #waiting = [];
  #chunks = [];
  #size = 0;
  #header = null;

  constructor(perryCc, args) {
    this.#perryCc = perryCc;
    this.#args = args;
  }

  #start() {
    const child = spawn(this.#perryCc, ['--batch', ...this.#args], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdout.on('data', (chunk) => this.#receive(chunk));
    child.on('error', (error) => this.#fail(error));
    child.on('exit', (code, signal) => this.#fail(new Error(`perry-cc ended: ${signal ?? code}`)));
    child.stdin.on('error', () => {});
    this.#process = child;
  }

  /** One file: {verdict, code, dump}. `dump` is a Buffer, empty when no dump was asked for. */
  request(path, { goal = '', lang = '', flags = [] } = {}) {
    if (/[\t\n]/.test(path)) throw new Error(`a request cannot name ${JSON.stringify(path)}`);
    return new Promise((resolve, reject) => {
      if (!this.#process) this.#start();
      this.#waiting.push({ resolve, reject, path });
      this.#process.stdin.write(`${path}\t${goal}\t${lang}\t${flags.join(',')}\n`);
    });
  }

  close() {
    this.#process?.removeAllListeners('exit');
    this.#process?.stdin.end();
  }

  /** The process is gone: everything that it still owed fails, and the next request starts another. */
  #fail(error) {
    this.#process = null;
    this.#chunks = [];
    this.#size = 0;
    this.#header = null;
    for (const { reject, path } of this.#waiting.splice(0)) {
      reject(new Error(`${error.message}, at ${path}`));
    }
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
