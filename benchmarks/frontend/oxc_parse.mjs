// Prints how long oxc-parser's native code takes for one file in this process, in milliseconds.
//
//   node oxc_parse.mjs FOLDER FILE
//
// Measured is the native call behind oxc-parser's raw transfer: it parses text that lies in a buffer
// and leaves its tree there. No JSON is made and no JavaScript object; what the call does beside
// parsing is to turn spans into UTF-16 offsets and to collect the module record.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [packages, file] = process.argv.slice(2);
const require = createRequire(join(resolve(packages), 'package.json'));
const binding = require(`@oxc-parser/binding-${process.platform}-${process.arch}-gnu`);

// The layout that the native code expects: a block that is aligned to 4 GiB, the source in its end.
const BLOCK_SIZE = 2147483632;
const BLOCK_ALIGN = 4294967296;
const ACTIVE_SIZE = 2147483560;

const memory = new ArrayBuffer(BLOCK_SIZE + BLOCK_ALIGN);
const block = new Uint8Array(memory, binding.getBufferOffset(new Uint8Array(memory, 0, 16)), BLOCK_SIZE);
const source = readFileSync(file);
const position = ACTIVE_SIZE - source.length * 3;
block.set(source, position);

const started = process.hrtime.bigint();
binding.parseRawSync(file, block, position, source.length, {});
console.log(Number(process.hrtime.bigint() - started) / 1e6);
