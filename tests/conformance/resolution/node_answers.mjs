// Run by Node with --experimental-import-meta-resolve: reads requests as JSON, answers with what Node does.

import { readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const CODES = {
  ERR_MODULE_NOT_FOUND: 'missing',
  MODULE_NOT_FOUND: 'missing',
  ERR_UNSUPPORTED_DIR_IMPORT: 'missing',
  ERR_PACKAGE_PATH_NOT_EXPORTED: 'not-exported',
  ERR_PACKAGE_IMPORT_NOT_DEFINED: 'import-not-defined',
  ERR_INVALID_PACKAGE_TARGET: 'invalid-target',
  ERR_INVALID_MODULE_SPECIFIER: 'invalid-specifier',
  ERR_INVALID_PACKAGE_CONFIG: 'invalid-config',
};

function answerTo({ kind, importer, specifier }) {
  const parent = realpathSync(importer);
  try {
    if (kind === 'require') {
      const path = createRequire(parent).resolve(specifier);
      return isBuiltin(path) ? { path: path.startsWith('node:') ? path : `node:${path}` } : { path };
    }
    const url = import.meta.resolve(specifier, pathToFileURL(parent).href);
    if (url.startsWith('node:')) return isBuiltin(url) ? { path: url } : { error: 'missing' };
    if (!url.startsWith('file:')) return { error: 'scheme' };
    const path = fileURLToPath(url);
    // Node answers with where the file would be.
    try {
      if (!statSync(path).isFile()) return { error: 'missing' };
    } catch {
      return { error: 'missing' };
    }
    return { path, suffix: new URL(url).search + new URL(url).hash };
  } catch (error) {
    // What reading a package.json throws is not always wrapped.
    if (/^Error parsing .*package\.json/.test(error.message)) return { error: 'invalid-config' };
    if (error instanceof URIError) return { error: 'invalid-specifier' };
    return { error: CODES[error.code] ?? `${error.code} ${error.message}` };
  }
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(answerTo)));
