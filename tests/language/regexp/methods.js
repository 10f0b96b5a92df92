// The methods of strings that take patterns, and their protocols.
const text = 'The quick brown fox, the lazy dog';
console.log(text.match(/the/i)[0], text.match(/the/gi), text.match(/cat/g), text.match(/x(?<y>,)/).groups.y);
console.log(text.search(/brown/), text.search(/cat/), text.search('q'));
console.log(text.replace(/(\w+) (\w+)/, '$2 $1'), text.replace(/o/g, '0'));
console.log('abc'.replace(/b/, "[$`|$&|$'|$$|$1|$0]"), 'abc'.replace(/(?<x>b)/, '<$<x>><$<y>>$<'));
console.log('abcdefghijkl'.replace(/(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)/, '$11|$10|$1|$12'));
console.log('x-y-z'.replaceAll(/-/g, '+'), 'aaa'.replace(/a*?/g, 'b'), 'a😀b'.replace(/(?:)/gu, '.'), 'a😀b'.replace(/(?:)/g, '.').length);
console.log('john smith'.replace(/(?<first>\w+)\s(?<last>\w+)/, (...args) => JSON.stringify(args)));
console.log('aBc'.replace(/[a-z]/g, (c, at, all) => c.toUpperCase() + at + all.length));
console.log('a1b2c3'.split(/\d/), 'a1b2c3'.split(/(\d)/), 'abc'.split(/(?:)/), 'abc'.split(/(?:)/, 2), ''.split(/a?/), ''.split(/a/));
console.log('A<B>bold</B>and<CODE>coded</CODE>'.split(/<(\/)?([^<>]+)>/), 'ab'.split(/a*?/), 'ab'.split(/a*/));
console.log([...'a1b22'.matchAll(/[a-z](?<n>\d+)/g)].map((m) => m.groups.n + m.index), [...'aa'.matchAll('a')].length);
console.log(/a/[Symbol.match]('cba').index, RegExp.prototype[Symbol.replace].call(/a/g, 'banana', 'o'));

// Everything is observable where somebody looks.
const log = [];
class Loud extends RegExp {
  exec(subject) {
    const result = super.exec(subject);
    log.push(`exec ${this.lastIndex}`);
    return result;
  }
  get flags() {
    log.push('flags');
    return super.flags;
  }
}
console.log('banana'.replace(new Loud('a', 'g'), 'o'), log.filter((entry) => entry !== 'flags').join());
log.length = 0;
console.log('banana'.match(new Loud('an', 'g')), log.join());
log.length = 0;
console.log('banana'.split(new Loud('n')), log.join());
console.log([...'banana'.matchAll(new Loud('a', 'g'))].length);

const fake = { [Symbol.replace]: (s, r) => `${s}/${r}`, [Symbol.split]: (s, n) => [s, n], [Symbol.search]: () => 7, [Symbol.match]: () => 'm' };
console.log('s'.replace(fake, 'r'), 's'.split(fake, 3), 's'.search(fake), 's'.match(fake));
const own = /a/;
own.exec = () => ({ index: 1, 0: 'zz', length: 1 });
console.log('abcdef'.replace(own, '-'), own.test('x'));

const original = RegExp.prototype.exec;
RegExp.prototype.exec = function (subject) {
  const result = original.call(this, subject);
  if (result) result[0] = result[0].toUpperCase();
  return result;
};
console.log('banana'.match(/n/g), 'banana'.replace(/n/, '[$&]'));
RegExp.prototype.exec = original;
console.log('banana'.match(/n/g));

class Special extends RegExp {
  static get [Symbol.species]() {
    return Loud;
  }
}
log.length = 0;
console.log('a-b'.split(new Special('-')), log.length > 0);

const frozen = Object.freeze(/a/g);
try {
  frozen.test('a');
} catch (error) {
  console.log(error.message);
}
const counted = /a/g;
counted.lastIndex = { valueOf: () => 1 };
console.log(counted.exec('aaa').index, counted.lastIndex);
console.log('aXbX'.replace(/x/gi, () => '$1'), 'é'.normalize('NFD').replace(/\p{M}/gu, ''));
console.log('x'.padEnd(70000, 'y').replace(/y+$/, '').length, 'ab'.repeat(50000).replace(/(?:a|b)*/, '').length);
console.log(['  a b  ', '   ', 'ab', '', ' a', 'a '].map((s) => s.replace(/^\s+|\s+$/g, '')), 'a-b-c'.replace(/-/g, ''), 'xay'.replace(/a/, ''));
