// Random projects for TypeScript: sources, declarations and outputs side by side, packages with types,
// and a tsconfig.json with everything that resolution looks at.

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const NAMES = ['a', 'b', 'index', 'x.y', 'x'];
const SOURCES = ['.ts', '.tsx', '.mts', '.cts'];
const OUTPUTS = ['.js', '.jsx', '.mjs', '.cjs', '.json', '.css'];
const DECLARATIONS = ['.d.ts', '.d.mts', '.d.cts', '.d.css.ts', '.d.json.ts'];
const PACKAGES = ['p', 'q', '@s/t', '@s/u', 'x'];
const CONDITIONS = ['types', 'import', 'require', 'node', 'default', 'custom', 'browser'];

export class TypeScriptLayout {
  /** @param declarations whether there are declaration files */
  constructor(random, root, { declarations }) {
    this.random = random;
    this.root = root;
    this.declarations = declarations;
    this.written = [];
    this.importers = [];
    this.project();
    for (const name of PACKAGES) if (random.chance(0.7)) this.installed(name);
    if (declarations) for (const name of ['p', 's__t', 'only']) if (random.chance(0.3)) this.typesPackage(name);
    if (random.chance(0.3)) this.workspace();
  }

  write(path, text = '') {
    const full = join(this.root, path);
    try {
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, text);
      this.written.push(path);
    } catch (error) {
      if (!['EEXIST', 'ENOTDIR', 'EISDIR'].includes(error.code)) throw error;
    }
  }

  extension() {
    const { random } = this;
    const roll = random.next();
    if (roll < 0.45) return random.pick(SOURCES);
    if (roll < 0.75 || !this.declarations) return random.pick(OUTPUTS);
    return random.pick(DECLARATIONS);
  }

  files(directory, count) {
    const { random } = this;
    for (let i = 0; i < count; i++) {
      let path = directory;
      for (let d = random.below(3); d > 0; d--) path = join(path, random.pick(['lib', 'a', 'gen']));
      this.write(join(path, random.pick(NAMES) + this.extension()));
      if (random.chance(0.08)) this.write(join(path, 'package.json'), JSON.stringify(this.fields({})));
    }
  }

  fileName() {
    const { random } = this;
    return random.pick(['', '', 'lib/', 'a/']) + random.pick(NAMES) +
      random.pick(['', '.js', '.js', '.ts', '.mjs', '.tsx', '.json', ...(this.declarations ? ['.d.ts', '.d.mts'] : [])]);
  }

  fields(json) {
    const { random } = this;
    if (random.chance(0.4)) json.type = random.pick(['module', 'commonjs']);
    if (random.chance(0.5)) json.main = random.pick(['./', '']) + this.fileName();
    if (this.declarations && random.chance(0.3)) json[random.pick(['types', 'typings'])] = random.pick(['./', '']) + this.fileName();
    return json;
  }

  target(depth, isImport) {
    const { random } = this;
    const roll = random.next();
    if (depth < 3 && roll < 0.3) {
      const object = {};
      for (let i = random.below(4); i >= 0; i--) object[random.pick(CONDITIONS)] = this.target(depth + 1, isImport);
      return object;
    }
    if (depth < 3 && roll < 0.4) return random.some(0, 3, () => this.target(depth + 1, isImport));
    if (roll < 0.44) return null;
    if (isImport && roll < 0.55) return random.pick(['p', 'q/lib/a', '@s/t', 'x/*']);
    if (roll < 0.48) return random.pick(['./lib/', 'a.js', '../a.js', './lib/../a.js', './node_modules/p/a.js']);
    return './' + (random.chance(0.3) ? random.pick(['*', 'lib/*', '*.js', 'lib/*.js', '*/index.js', '*.d.ts', '*.ts']) : this.fileName());
  }

  exports() {
    const { random } = this;
    if (random.chance(0.3)) return this.target(0, false);
    const object = {};
    for (let i = random.below(5); i >= 0; i--)
      object[random.pick(['.', './a', './a.js', './*', './lib/*', './*.js', './lib/', './x.*', './lib/a*', './b'])] = this.target(0, false);
    return object;
  }

  project() {
    const { random } = this;
    const json = this.fields({ name: random.pick(['p', 'self', '@s/self']) });
    if (random.chance(0.5)) json.exports = this.exports();
    if (random.chance(0.5)) {
      json.imports = {};
      for (let i = random.below(4); i >= 0; i--)
        json.imports[random.pick(['#a', '#b', '#*', '#lib/*', '#lib/*.js', '#x/'])] = this.target(0, true);
    }
    this.write('package.json', JSON.stringify(json));
    for (const directory of ['src', 'generated', '.']) this.files(directory, 8);
    for (const file of ['src/main.ts', 'src/lib/deep.mts', 'generated/lib/made.cts']) {
      this.write(file);
      this.importers.push(file);
    }
    this.config();
  }

  config() {
    const { random } = this;
    const base = {};
    const options = {};
    const put = (name, value) => ((random.chance(0.3) ? base : options)[name] = value);
    if (random.chance(0.5)) {
      put('module', random.pick(['node16', 'Node18', 'node20', 'NodeNext']));
    } else if (random.chance(0.3)) {
      put('module', 'preserve');
    } else {
      put('module', 'esnext');
      put('moduleResolution', 'Bundler');
    }
    if (random.chance(0.3)) put('baseUrl', random.pick(['.', './src', 'generated']));
    if (random.chance(0.5)) {
      const paths = {};
      for (let i = random.below(5); i >= 0; i--) {
        const key = random.pick(['@/*', '~/*', 'a', 'x', '*', 'lib/*', '@s/*', '@/lib/*', '*/a', '@/a', 'p', '#a', '@/*/b']);
        paths[key] = random.some(1, 3, () => random.pick(['./src/*', './generated/*', './src/lib/*', './*', './src/a.ts', './src/lib/a',
          './src/*.ts', './src/a.js', './lib', './src/*/index.ts', './node_modules/q/*']));
      }
      put('paths', paths);
    }
    if (random.chance(0.3)) put('rootDirs', random.pick([['src', 'generated'], ['./generated', './src', './src/lib'], ['.', 'src']]));
    if (random.chance(0.15)) put('moduleSuffixes', random.pick([['.y', ''], ['', '.y'], ['.y']]));
    if (random.chance(0.3)) put('customConditions', random.pick([['custom'], ['browser', 'custom'], []]));
    if (random.chance(0.3)) put('resolveJsonModule', random.chance(0.5));
    const config = { compilerOptions: options };
    if (Object.keys(base).length !== 0 || random.chance(0.2)) {
      const empty = '{ /* nothing */ "compilerOptions": { "strict": true, } }';
      const text = `// the base\n${JSON.stringify({ compilerOptions: base }, null, 2)}`;
      switch (random.below(5)) {
        case 0:
          config.extends = './config/base.json';
          this.write('config/base.json', text);
          break;
        case 1:
          config.extends = ['./config/empty', './config/base'];
          this.write('config/empty.json', empty);
          this.write('config/base.json', text);
          break;
        case 2:
          config.extends = '@conf/base';
          this.write('node_modules/@conf/base/tsconfig.json', text);
          break;
        case 3:
          config.extends = 'conf/strict.json';
          this.write('node_modules/conf/strict.json', text);
          break;
        default:
          config.extends = './config/second.json';
          this.write('config/second.json', '{ "extends": "../tsconfig.base", }');
          this.write('tsconfig.base.json', text);
      }
    }
    this.write('tsconfig.json', `{ // generated\n${JSON.stringify(config, null, 2).slice(1, -1)}, /* end */ }`);
  }

  installed(name) {
    const { random } = this;
    const directory = join(random.pick(['node_modules', 'node_modules', 'src/node_modules']), name);
    if (random.chance(0.9)) {
      const json = this.fields({ name });
      if (random.chance(0.5)) json.exports = this.exports();
      this.write(join(directory, 'package.json'), JSON.stringify(json));
    }
    this.files(directory, 8);
  }

  typesPackage(name) {
    const directory = `node_modules/@types/${name}`;
    const json = { name: `@types/${name}`, types: 'index.d.ts' };
    if (this.random.chance(0.3)) json.exports = this.exports();
    this.write(join(directory, 'package.json'), JSON.stringify(json));
    this.write(join(directory, 'index.d.ts'));
    this.files(directory, 3);
  }

  // A package of the same repository, linked into node_modules.
  workspace() {
    this.write('packages/w/package.json', JSON.stringify({ ...this.fields({ name: 'w' }), exports: this.exports() }));
    this.files('packages/w', 8);
    mkdirSync(join(this.root, 'node_modules'), { recursive: true });
    symlinkSync('../packages/w', join(this.root, 'node_modules/w'));
  }

  specifier(importer) {
    const { random } = this;
    const ending = () => random.pick(['', '', '.js', '.js', '.ts', '.jsx', '.mjs', '.cjs', '.tsx', '.json', '.css', '.d.ts', '/', '/index', '/index.js']);
    switch (random.below(8)) {
      case 0: return random.pick(['.', '..', './', '../', './.', '../src', './lib/..', '../..']);
      case 1: return random.pick(['@/', '~/', 'lib/', '@/lib/', '@s/', '']) + random.pick(NAMES) + ending();
      case 2: return '#' + random.pick(['a', 'b', 'lib/a', 'lib/a.js', 'x/a', 'zz', '', '/a', 'c']);
      case 3: return random.pick(['self', '@s/self', 'p', 'only', 'w', 'w/a', 'w/a.js', 'self/a', 'self/lib/a.js', 'fs', 'node:fs', '@s/t', '@s']);
      case 4:
      case 5: return random.pick(PACKAGES) + random.pick(['', '', '/' + random.pick(NAMES) + ending(), '/lib/' + random.pick(NAMES) + ending()]);
      case 6: {
        let path = relative(dirname(importer), random.pick(this.written));
        if (random.chance(0.7)) path = path.replace(/(\.d)?\.\w+$/, ending());
        return path.startsWith('.') ? path : `./${path}`;
      }
      default:
        return random.pick(['./', './', '../', './lib/', '../generated/', '../lib/', './gen/']) + random.pick(NAMES) + ending();
    }
  }

  queries(count) {
    const { random } = this;
    return Array.from({ length: count }, () => {
      const importer = random.pick(this.importers);
      return { mode: random.pick(['import', 'require']), importer: join(this.root, importer), specifier: this.specifier(importer) };
    });
  }
}
