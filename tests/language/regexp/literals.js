// Literals, their objects, and what exec gives.
function make() {
  return /a(b)?/g;
}
const first = make();
const second = make();
console.log(first === second, first.source, first.flags, String(first));
first.lastIndex = 3;
first.extra = 1;
console.log(first.lastIndex, second.lastIndex, second.extra);

console.log(/(\d+)-(?<word>\w+)/.exec('x 12-ab y'));
console.log(/(\d+)-(?<word>\w+)/d.exec('x 12-ab y').indices.groups.word);
console.log(/z/.exec('abc'));
console.log(/(a)|(b)/.exec('b'));

const sticky = /foo/y;
sticky.lastIndex = 3;
console.log(sticky.test('barfoo'), sticky.lastIndex, sticky.test('barfoo'), sticky.lastIndex);

const global = /o/g;
const found = [];
for (let m = global.exec('foo boo'); m !== null; m = global.exec('foo boo')) found.push(m.index);
console.log(found, global.lastIndex);

console.log(/a/g, [/[/]\/x/i], { re: /\n/ }, Object.assign(/b/, { x: 1 }), new RegExp('\n/'));
console.log(typeof /a/, /a/ instanceof RegExp, Object.prototype.toString.call(/a/));
console.log(Object.getOwnPropertyNames(/a/), Object.getOwnPropertyDescriptor(/a/, 'lastIndex'));
console.log(RegExp('a') instanceof RegExp, RegExp(first) === first, new RegExp(first) === first);
console.log(new RegExp(/x/gi, 'y').flags, new RegExp(undefined).source, RegExp('', 'dgimsuy').flags);
console.log(RegExp.length, RegExp.name, RegExp.prototype.toString(), RegExp.prototype.flags);
console.log(RegExp.prototype.global, RegExp.prototype.source);
console.log(Reflect.ownKeys(RegExp.prototype).map(String).join());

class Named extends RegExp {
  get [Symbol.toStringTag]() {
    return 'Tagged';
  }
}
console.log(new Named('a', 'g'), new Named('b') instanceof RegExp);

const changing = /a/g;
changing.lastIndex = 5;
console.log(changing.compile('b', 'i') === changing, changing, changing.lastIndex);
