// What the runners share: jobs spread over processes, a summary, a list of failures, an exit code.

import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

const WORKER = 'PERRY_CONFORMANCE_WORKER';

/** The options of every runner, and a runner's own. */
export function readOptions(own = {}) {
  const { values } = parseArgs({
    options: {
      'perry-cc': { type: 'string' },
      packages: { type: 'string' }, // where install.mjs installed to
      out: { type: 'string' }, // where the list of failures goes
      jobs: { type: 'string' },
      known: { type: 'string' }, // where answers of the reference are kept between runs
      filter: { type: 'string' }, // only jobs whose name contains this
      ...own,
    },
  });
  for (const required of ['perry-cc', 'out']) {
    if (!values[required]) throw new Error(`--${required} is missing`);
  }
  return values;
}

/**
 * Runs `check(job)` for every job. `prepare` is called once in each process and returns {check,
 * close}; `check` resolves to null, or to a text that says what is wrong. Jobs have a `name`; those
 * with a larger `weight` start earlier, so that no process is left alone with a big one.
 */
export async function run({ options, jobs, prepare, summary }) {
  const list = jobs
    .filter((job) => !options.filter || job.name.includes(options.filter))
    .sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0) || (a.name < b.name ? -1 : 1));
  if (process.env[WORKER]) return work(list, prepare, options);

  const name = basename(process.argv[1], '.mjs');
  const started = process.hrtime.bigint();
  const failures = await distribute(list, Number(options.jobs ?? Math.min(cpus().length, 2)));
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;

  failures.sort((a, b) => (a.name < b.name ? -1 : 1));
  mkdirSync(options.out, { recursive: true });
  const report = join(options.out, `${name}.failures.txt`);
  writeFileSync(report, failures.map((f) => `${f.name}\n    ${f.problem.replaceAll('\n', '\n    ')}\n`).join(''));

  for (const failure of failures.slice(0, 20)) {
    console.log(`FAIL ${failure.name}\n    ${failure.problem.replaceAll('\n', '\n    ')}`);
  }
  if (failures.length > 20) console.log(`... and ${failures.length - 20} more`);
  if (summary) console.log(summary(list));
  console.log(`${name}: ${list.length - failures.length} passed, ${failures.length} failed` +
              ` in ${seconds.toFixed(1)} s${failures.length ? ` (listed in ${report})` : ''}`);
  if (list.length === 0) console.log(`${name}: nothing was run, which is a failure`);
  process.exitCode = failures.length === 0 && list.length !== 0 ? 0 : 1;
}

/** Hands out jobs one at a time, so that the processes end together. */
function distribute(list, processes) {
  const failures = [];
  let next = 0;
  const workers = Array.from({ length: Math.min(processes, list.length) }, () =>
    new Promise((resolve, reject) => {
      const child = fork(process.argv[1], process.argv.slice(2), {
        env: { ...process.env, [WORKER]: '1' },
        execArgv: ['--stack-size=60000', '--max-old-space-size=8192'],
      });
      // A few jobs wait in each process, so that it never waits for an answer from here.
      let waiting = 0;
      const feed = () => {
        if (next < list.length) {
          child.send({ index: next++ });
          waiting++;
        } else if (waiting === 0) {
          child.send({ end: true });
        }
      };
      child.on('message', (message) => {
        waiting--;
        if (message.problem) failures.push({ name: list[message.index].name, problem: message.problem });
        feed();
      });
      child.on('exit', (code, signal) => {
        if (code === 0) resolve();
        else reject(new Error(`a worker ended: ${signal ?? code}`));
      });
      for (let i = 0; i < 4 && next < list.length; i++) feed();
    }));
  return Promise.all(workers).then(() => failures);
}

async function work(list, prepare, options) {
  const { check, close } = await prepare(options);
  const queue = [];
  let running = false;
  process.on('message', async (message) => {
    queue.push(message);
    if (running) return;
    running = true;
    while (queue.length) {
      const { index, end } = queue.shift();
      if (end) {
        await close?.();
        process.disconnect();
        return;
      }
      const problem = await check(list[index]).catch((error) => `the run failed: ${error.message}`);
      process.send({ index, problem });
    }
    running = false;
  });
}
