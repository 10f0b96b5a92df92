// Installs the references and corpora that package-lock.json pins into a folder of the build.
// Does nothing when they are there already.
//
//   node install.mjs --into FOLDER

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({ options: { into: { type: 'string' } } });
if (!values.into) throw new Error('--into is missing');

const files = ['package.json', 'package-lock.json', '.npmrc'];
const hash = createHash('sha256');
for (const file of files) hash.update(readFileSync(join(here, file)));
const wanted = hash.digest('hex');

const stamp = join(values.into, 'installed');
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
  console.log('already installed');
  process.exit(0);
}

rmSync(stamp, { force: true });
mkdirSync(values.into, { recursive: true });
for (const file of files) copyFileSync(join(here, file), join(values.into, file));
try {
  // Nothing of the packages is run but the parsers that the tests compare with.
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
               { cwd: values.into, stdio: 'inherit' });
} catch (error) {
  console.error(`npm ci failed (${error.message}); without the npm registry these tests cannot run`);
  process.exit(1);
}
writeFileSync(stamp, wanted);
