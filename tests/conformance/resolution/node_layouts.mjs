// Random projects and packages for Node, with what to ask about them. They are small and use few
// names, so that names collide, patterns overlap and links meet.

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const NAMES = ['a', 'b', 'lib', 'index', 'x.y', 'sp ace', 'a.js', 'é'];
const EXTENSIONS = ['.js', '.mjs', '.cjs', '.json', '.node', '', '.gen', '.gen.js', '.wasm'];
const PACKAGES = ['p', 'q', 'r', '@s/t', '@s/u', 'fs', 'test'];
const CONDITIONS = ['import', 'require', 'node', 'default', 'module-sync', 'custom', 'browser', 'types'];

export class NodeLayout {
  constructor(random, root) {
    this.random = random;
    this.root = root;
    this.directories = ['.'];
    this.importers = [];
    this.packages = [];
    this.written = [];
    this.project();
    for (const name of PACKAGES) if (random.chance(0.7)) this.installed(name);
    this.links();
  }

  write(path, text = '') {
    const full = join(this.root, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
    this.written.push(path);
  }

  tryTo(action) {
    try {
      action();
    } catch (error) {
      // A file may be where a directory is wanted, and the other way round.
      if (!['EEXIST', 'ENOTDIR', 'EISDIR', 'ENOENT'].includes(error.code)) throw error;
    }
  }

  files(directory, count) {
    const { random } = this;
    for (let i = 0; i < count; i++) {
      const depth = random.below(3);
      let path = directory;
      for (let d = 0; d < depth; d++) path = join(path, random.pick(['a', 'b', 'lib', 'src']));
      const name = random.pick(NAMES) + random.pick(EXTENSIONS);
      this.tryTo(() => this.write(join(path, name)));
      this.directories.push(path);
      if (random.chance(0.1)) this.tryTo(() => this.manifest(path, {}));
    }
  }

  target(depth = 0, isImport = false) {
    const { random } = this;
    const roll = random.next();
    if (depth < 3 && roll < 0.25) {
      const object = {};
      for (let i = random.below(4); i >= 0; i--) object[random.pick(CONDITIONS)] = this.target(depth + 1, isImport);
      if (random.chance(0.02)) object['0'] = './a.js';
      return object;
    }
    if (depth < 3 && roll < 0.37) return random.some(0, 3, () => this.target(depth + 1, isImport));
    if (roll < 0.42) return null;
    if (roll < 0.44) return random.pick([1, false, '']);
    if (isImport && roll < 0.6) return random.pick(['p', 'q/a.js', '@s/t', 'fs', 'r/b', 'p/*', 'node:fs', './*']);
    if (roll < 0.5)
      return random.pick(['a.js', '../a.js', './../a.js', './node_modules/p/a.js', '/a.js', './a//b.js', './lib/',
        './%2e%2e/a.js', './a%2fb.js', './sp%20ace.js', './lib\\a.js', './a.js?x', './NODE_MODULES/a', './.', '#a']);
    return './' + this.path(random.chance(0.4));
  }

  path(hasStar = false) {
    const { random } = this;
    const parts = random.some(0, 1, () => random.pick(['a', 'b', 'lib', 'src']));
    parts.push((hasStar ? '*' : random.pick(NAMES)) + random.pick(['.js', '.mjs', '', '.cjs', '.json', '.gen.js']));
    if (hasStar && random.chance(0.2)) parts.push('*.js');
    return parts.join('/');
  }

  exports() {
    const { random } = this;
    if (random.chance(0.3)) return this.target();
    const object = {};
    for (let i = random.below(5); i >= 0; i--) {
      const key = random.pick(['.', './a', './a.js', './*', './lib/*', './*.js', './lib/*.js', './a/*/b', './lib/a*',
        './lib/', './*/a.js', './a*b', './src/*', './x.*', './b', './**', './lib/*/*']);
      object[key] = this.target();
    }
    if (random.chance(0.03)) object[random.pick(CONDITIONS)] = './a.js';
    return object;
  }

  imports() {
    const { random } = this;
    const object = {};
    for (let i = random.below(4); i >= 0; i--)
      object[random.pick(['#a', '#a/b', '#*', '#lib/*', '#lib/*.js', '#a*', '#/a', '#x/'])] = this.target(0, true);
    return object;
  }

  manifest(directory, { name }) {
    const { random } = this;
    if (random.chance(0.01)) return this.write(join(directory, 'package.json'), '{ "name": "broken", ');
    const json = {};
    if (name !== undefined) json.name = name;
    if (random.chance(0.5)) json.type = random.pick(['module', 'commonjs', 'odd']);
    if (random.chance(0.5)) json.main = random.pick(['a', './a.js', 'lib', './lib/', 'lib/index', 'missing.js', './lib/a', '',
      'x.y', '.', './', 'a.js', 'lib/../a', '../p/a.js']);
    if (random.chance(0.4)) json.exports = this.exports();
    if (random.chance(0.4)) json.imports = this.imports();
    this.write(join(directory, 'package.json'), JSON.stringify(json));
  }

  project() {
    const { random } = this;
    this.manifest('.', { name: random.pick(['p', 'self', '@s/self', undefined]) });
    this.files('.', 8);
    this.files('src', 8);
    for (const file of ['main.mjs', 'src/main.js', 'src/lib/deep.cjs']) {
      this.tryTo(() => {
        this.write(file);
        this.importers.push(file);
      });
    }
  }

  installed(name) {
    const { random } = this;
    const place = random.pick(['node_modules', 'node_modules', 'src/node_modules', 'node_modules/q/node_modules']);
    const directory = join(place, name);
    if (random.chance(0.1)) {
      this.tryTo(() => this.write(join(place, `${name}.js`)));
      if (random.chance(0.5)) return;
    }
    this.tryTo(() => {
      mkdirSync(join(this.root, directory), { recursive: true });
      if (random.chance(0.9)) this.manifest(directory, { name });
      this.files(directory, 6);
      this.tryTo(() => this.write(join(directory, random.pick(['index.js', 'index.json', 'a.js', 'lib/index.js']))));
      this.write(join(directory, 'importer.js'));
      this.importers.push(join(directory, 'importer.js'));
      this.packages.push(directory);
    });
  }

  // Packages in a store and links to them, links between directories, links to nowhere and in circles.
  links() {
    const { random } = this;
    const link = (target, path) => this.tryTo(() => {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      symlinkSync(target, join(this.root, path));
    });
    if (random.chance(0.5)) {
      for (const version of ['1.0.0', '2.0.0']) {
        const directory = `node_modules/.store/z@${version}/node_modules/z`;
        mkdirSync(join(this.root, directory), { recursive: true });
        this.manifest(directory, { name: 'z' });
        this.files(directory, 4);
        this.write(join(directory, 'importer.js'));
        this.importers.push(join(directory, 'importer.js'));
      }
      link('.store/z@1.0.0/node_modules/z', 'node_modules/z');
      link('../../node_modules/.store/z@2.0.0/node_modules/z', 'src/node_modules/z');
    }
    for (let i = random.below(4); i > 0; i--) {
      const from = random.pick(['link', 'src/a', 'b', 'lib/link.js', 'node_modules/l', 'src/x.y.js', 'node_modules/q/a']);
      link(random.pick(['.', '..', 'a.js', '../a.js', 'lib', 'src', '../src/lib', from.split('/').pop(), 'nowhere', './p']), from);
    }
  }

  specifier() {
    const { random } = this;
    const tail = () => random.pick(['', '', '/', '/a', '/a.js', '/lib', '/lib/a', '/lib/a.js', '/lib/', '/x.y', '/b', '/index',
      '/lib/ab', '/a/c/b', '/src/a.js', '/x.y.js', '/./a.js', '/../q/a.js', '/sp ace.js', '/sp%20ace.js', '/package.json',
      '/lib/%2e%2e/a.js', '/a%2fb', '/ab', '/lib/lib/a.js', '/node_modules/a', '//a.js', '/a.gen', '/*', '/a.js/']);
    switch (random.below(12)) {
      case 0: return random.pick(['.', '..', './', '../', './.', './..', '../..', '', '..a', '.a', './a/..', '...', './a/.']);
      case 1:
      case 2:
      case 3:
      case 4: {
        let path = random.pick(['./', './', '../', '../../', './lib/', './src/', './link/', './a/../', './/', '../src/']);
        path += random.pick(NAMES) + random.pick(['', '.js', '.mjs', '.cjs', '.json', '.gen', '/', '/a', '/index.js', '.node',
          '?q', '#h', '.js?q=1', '.js#h']);
        return random.chance(0.1) ? path.replaceAll(' ', '%20').replaceAll('é', '%C3%A9') : path;
      }
      case 5: return '#' + random.pick(['a', 'a/b', '', '/a', 'lib/a', 'lib/a.js', 'b', 'ab', 'x/', 'x/a', 'lib/../a', 'z']);
      case 6: return random.pick(['fs', 'node:fs', 'fs/promises', 'node:test', 'test', 'fs/', 'path/posix',
        'node:path/win32', 'sys', 'fs/a', 'test/a.js']);
      case 7: return random.pick(['self', '@s/self', 'p', 'self/a', '@s/self/lib/a.js', 'p/a.js', 'self/']) ;
      case 8: return random.pick(['@s', '@s/', '@', '@/a', '.p', 'p%20', 'p\\a', 'p?x', 'z', 'z/a.js', 'l', 'l/a.js', '@s/t/', 'p@1']);
      case 9: return `file://${this.root}/` + random.pick(['a.js', 'src/lib/a.js', 'src', 'sp%20ace.js', 'missing.js', 'a.js?q']);
      default: return random.pick(PACKAGES) + tail();
    }
  }

  /** What may well be there: a file as seen from the importer or in its package, perhaps shortened. */
  likelySpecifier(importer) {
    const { random } = this;
    let path = random.pick(this.written);
    const inPackage = /node_modules\/((?:@s\/)?[^@/]+)((?:\/.*)?)$/.exec(path);
    if (random.chance(0.4)) path = path.replace(/(\/index)?\.\w+$/, '');
    if (random.chance(0.1)) path = dirname(path);
    if (inPackage && random.chance(0.8)) return inPackage[1] + (random.chance(0.3) ? '' : inPackage[2]);
    const specifier = relative(dirname(importer), path);
    return (specifier.startsWith('.') ? '' : './') + specifier + (random.chance(0.05) ? '/' : '');
  }

  queries(count) {
    const { random } = this;
    return Array.from({ length: count }, () => {
      const importer = random.pick(this.importers);
      return {
        kind: random.pick(['import', 'require']),
        importer: join(this.root, importer),
        specifier: random.chance(0.5) ? this.likelySpecifier(importer) : this.specifier(),
      };
    });
  }
}
