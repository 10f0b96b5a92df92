// Parsing and binding one large file, beside esbuild and oxc-parser, in one run on one core.
//
//   node parse_and_bind.mjs --perry-cc PATH --packages FOLDER [--file FILE] [--runs 11] [--cpu N]
//
// FOLDER is where tests/conformance/install.mjs installed the packages; FILE is typescript's compiler
// unless given. The programs take turns, every run in a process of its own, and medians are compared:
//
//   perry-cc, phases     parse and bind as --time prints them (fresh memory, page faults included)
//   perry-cc, process    the whole process, from start to exit
//   esbuild, process     the whole process of its transform: parse, bind, print; output thrown away
//   oxc-parser, native   one native parse in a fresh Node process (see oxc_parse.mjs)

import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    'perry-cc': { type: 'string' },
    packages: { type: 'string' },
    file: { type: 'string' },
    runs: { type: 'string', default: '11' },
    cpu: { type: 'string', default: '1' },
  },
});
const packages = resolve(options.packages);
const file = resolve(options.file ?? join(packages, 'node_modules/typescript/lib/typescript.js'));
const esbuild = join(packages, `node_modules/@esbuild/${process.platform}-${process.arch}/bin/esbuild`);
if (!existsSync(esbuild)) throw new Error(`no esbuild at ${esbuild}`);

const MOST_OUTPUT = 256 * 1024 * 1024;

/** Runs on the chosen core; {milliseconds, stdout, stderr}. */
function timed(command, args, env = {}) {
  const started = process.hrtime.bigint();
  const result = spawnSync('taskset', ['-c', options.cpu, command, ...args],
                           { env: { ...process.env, ...env }, maxBuffer: MOST_OUTPUT });
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
  if (result.status !== 0) throw new Error(`${command} failed: ${result.stderr}`);
  return { milliseconds, stdout: result.stdout.toString(), stderr: result.stderr.toString() };
}

function runPerry() {
  const { milliseconds, stderr } = timed(resolve(options['perry-cc']),
                                         ['--stop-after=bind', '--goal=script', '--time', file]);
  const read = (name) => Number(new RegExp(`^${name}\\s+([\\d.]+)`, 'm').exec(stderr)[1]);
  return { process: milliseconds, parse: read('parse'), bind: read('bind'), memory: read('peak memory') };
}

const runEsbuild = () =>
  timed(esbuild, [file, '--outfile=/dev/null', '--allow-overwrite', '--log-level=error'], { GOMAXPROCS: '1' }).milliseconds;
const runOxc = () => Number(timed(process.execPath, [join(here, 'oxc_parse.mjs'), packages, file]).stdout);

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

const perry = [];
const others = { esbuild: [], oxc: [] };
const runs = Number(options.runs);
// One turn that is not counted brings every file into memory.
for (let i = 0; i <= runs; i++) {
  const results = [runPerry(), runEsbuild(), runOxc()];
  if (i === 0) continue;
  perry.push(results[0]);
  others.esbuild.push(results[1]);
  others.oxc.push(results[2]);
}

const megabytes = statSync(file).size / 1024 / 1024;
const parse = median(perry.map((run) => run.parse));
const bind = median(perry.map((run) => run.bind));
const phases = median(perry.map((run) => run.parse + run.bind));
const whole = median(perry.map((run) => run.process));
const memory = median(perry.map((run) => run.memory));
const esbuildTime = median(others.esbuild);
const oxcTime = median(others.oxc);

const ms = (x) => `${x.toFixed(1)} ms`.padStart(10);
console.log(`${file.slice(packages.length + 1)}, ${megabytes.toFixed(1)} MiB, medians of ${runs} runs on one core

perry-cc, phases    ${ms(phases)}   parse ${parse.toFixed(1)}, bind ${bind.toFixed(1)} (${(megabytes * 1000 / phases).toFixed(0)} MiB/s)
perry-cc, process   ${ms(whole)}
esbuild, process    ${ms(esbuildTime)}
oxc-parser, native  ${ms(oxcTime)}

perry-cc process / esbuild process         ${(whole / esbuildTime).toFixed(2)}
perry-cc parse and bind / oxc native parse ${(phases / oxcTime).toFixed(2)}
perry-cc parse alone / oxc native parse    ${(parse / oxcTime).toFixed(2)}
perry-cc peak memory / source size         ${(memory / megabytes).toFixed(1)} (${memory.toFixed(0)} MiB)`);
