#!/usr/bin/env node
// Compares generated programs with Node: what they print, and how they end.
//
//   tests/fuzz/programs/run.mjs --bin build/release/bin --seconds 1800
//   tests/fuzz/programs/run.mjs --bin build/release/bin --seed 7 --count 1 --keep /tmp/found
//
// A program is named by its seed. One that differs is written to the folder of --keep, in full and shortened,
// with both outputs. The exit code is 1 when any does.
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { generate } from "./program.mjs";
import { shorten } from "./shorten.mjs";

const BATCH = 40;
const TIME_LIMIT = 20_000;
const ENDLESS = "exit: SIGKILL\n";
let outputs = 0;

const { values: options } = parseArgs({
  options: {
    bin: { type: "string" },
    seed: { type: "string", default: "1" },
    count: { type: "string" },
    seconds: { type: "string" },
    profile: { type: "string", multiple: true },
    keep: { type: "string" },
    node: { type: "string", default: process.execPath },
  },
});
if (!options.bin) {
  console.error("run.mjs: --bin names the folder of perry-scan, perry-cc and perry-ld");
  process.exit(2);
}
const profiles = options.profile ?? ["dev", "release"];
const tools = path.resolve(options.bin);

// Output goes to a file: a process that ends loses what a full pipe has not taken from it, and a busy machine fills one.
function run(command, args, cwd) {
  return new Promise((resolve) => {
    const place = path.join(cwd, `output-${outputs++}`);
    const output = fs.openSync(place, "w");
    const child = spawn(command, args, { cwd, stdio: ["ignore", output, "ignore"] });
    fs.closeSync(output);
    const timer = setTimeout(() => child.kill("SIGKILL"), TIME_LIMIT);
    child.on("error", (error) => {
      clearTimeout(timer);
      resolve(`${error.message}\n`);
    });
    child.on("exit", (code, signal) => {
      clearTimeout(timer);
      const text = fs.readFileSync(place, "utf8");
      fs.rmSync(place);
      resolve(`${text}exit: ${signal ?? code}\n`);
    });
  });
}

// A project of its own for the programs of a batch at one profile; gives the executable of each.
function build(folder, names, profile) {
  const place = path.join(folder, profile);
  fs.mkdirSync(path.join(place, "tools"), { recursive: true });
  fs.mkdirSync(path.join(place, "out"));
  for (const tool of ["perry-scan", "perry-cc", "perry-ld", "perry-cache"]) {
    fs.symlinkSync(path.join(tools, tool), path.join(place, "tools", tool));
  }
  fs.symlinkSync(path.join(tools, "../lib/perry"), path.join(place, "tools/runtime"));
  const config = {
    root: "..",
    profile,
    triple: "x86_64-unknown-linux-gnu",
    cpu: "x86-64-v2",
    conditions: [],
    programs: names.map((name) => ({ entry: `../${name}`, name: `out/${path.parse(name).name}` })),
  };
  fs.writeFileSync(path.join(place, "perry.json"), JSON.stringify(config));
  const scan = spawnSync("tools/perry-scan", ["--config", "perry.json"], { cwd: place, encoding: "utf8" });
  const ninja = spawnSync("ninja", ["-k", "0"], { cwd: place, encoding: "utf8" });
  const messages = scan.status === 0 && ninja.status === 0 ? "" : `${scan.stdout}${scan.stderr}${ninja.stdout}`;
  return { messages, executable: (name) => path.join(place, "out", path.parse(name).name) };
}

// The programs that differ: name, profile, and both outputs. And how many there is nothing to say of, since Node did
// not come to their end.
async function compare(folder, names, profiles) {
  const expected = new Map();
  for (let next = 0; next < names.length; next += os.availableParallelism()) {
    const slice = names.slice(next, next + os.availableParallelism());
    const outputs = await Promise.all(slice.map((name) => run(options.node, [name], folder)));
    slice.forEach((name, index) => expected.set(name, outputs[index]));
  }
  const differences = [];
  const ending = names.filter((name) => !expected.get(name).endsWith(ENDLESS));
  for (const profile of profiles) {
    const built = build(folder, names, profile);
    for (const name of ending) {
      const executable = built.executable(name);
      const actual = fs.existsSync(executable) ? await run(executable, [], folder) : `not built\n${built.messages}`;
      if (actual !== expected.get(name)) differences.push({ name, profile, expected: expected.get(name), actual });
    }
  }
  return { differences, endless: names.length - ending.length };
}

async function inTemporaryFolder(use) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "perry-programs-"));
  try {
    return await use(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function differs(text, profile) {
  return inTemporaryFolder(async (folder) => {
    fs.writeFileSync(path.join(folder, "program.js"), text);
    const reference = spawnSync(options.node, ["--check", "program.js"], { cwd: folder });
    if (reference.status !== 0) return false;
    const { differences } = await compare(folder, ["program.js"], [profile]);
    return differences.length > 0;
  });
}

async function report(seed, { profile, expected, actual }, text) {
  console.log(`seed ${seed} (${profile}) differs`);
  const [want, got] = [expected.split("\n"), actual.split("\n")];
  const line = want.findIndex((content, index) => content !== got[index]);
  console.log(`  node:  ${want[line]}\n  perry: ${got[line]}`);
  if (!options.keep) return;
  fs.mkdirSync(options.keep, { recursive: true });
  const base = path.join(options.keep, `${seed}-${profile}`);
  fs.writeFileSync(`${base}.js`, text);
  fs.writeFileSync(`${base}.node`, expected);
  fs.writeFileSync(`${base}.perry`, actual);
  fs.writeFileSync(`${base}.short.js`, await shorten(text, (candidate) => differs(candidate, profile)));
}

async function batch(first, count) {
  return inTemporaryFolder(async (folder) => {
    const seeds = new Map();
    for (let seed = first; seed < first + count; seed++) {
      seeds.set(`p${seed}.js`, seed);
      fs.writeFileSync(path.join(folder, `p${seed}.js`), generate(seed));
    }
    const { differences, endless } = await compare(folder, [...seeds.keys()], profiles);
    const reported = new Set();
    for (const difference of differences) {
      const seed = seeds.get(difference.name);
      if (!reported.has(seed)) await report(seed, difference, generate(seed));
      reported.add(seed);
    }
    return { failed: reported.size, endless };
  });
}

let [seed, done, failed, endless] = [Number(options.seed), 0, 0, 0];
const limit = Number(options.count ?? (options.seconds ? Infinity : BATCH));
const end = options.seconds ? Date.now() + Number(options.seconds) * 1000 : Infinity;
while (done < limit && Date.now() < end) {
  const count = Math.min(BATCH, limit - done);
  const result = await batch(seed, count);
  failed += result.failed;
  endless += result.endless;
  seed += count;
  done += count;
}
if (endless > 0) console.log(`${endless} that Node did not end in ${TIME_LIMIT / 1000} s are not counted`);
console.log(`${done - failed - endless} passed, ${failed} failed`);
process.exitCode = failed > 0 || done === 0 ? 1 : 0;
