// Errors at run time, worded as V8 does.
function attempt(make) {
  try {
    console.log(make());
  } catch (error) {
    console.log(`${error.name}: ${error.message}`);
  }
}
const patterns = [
  '(', ')', '*', 'a**', 'a{2,1}', '[', '[b-a]', '\\', '(?', '(?<', '(?<a', '(?<a>', '(?<1>a)', '(?<a>a)(?<a>b)', '\\k<a>(?<b>)',
  '(?<a>)\\k', '(?i', '(?ii:a)', '(?-:a)', '(?i-i:a)', '(?i--m:a)', '(?x:a)', '(?<=a)*', '(?:a', 'a|*', 'x{1}{1}', '(?<\\u{110000}>a)',
];
for (const pattern of patterns) attempt(() => new RegExp(pattern));
const unicode = [
  '\\1', '\\a', '\\u{110000}', '\\u12', '\\x1', '\\c', '\\00', '{', 'a{', ']', '[\\w-a]', '\\p', '\\p{Foo}', '\\p{sc=Foo}', '[\\p{Foo}]',
  '\\p{RGI_Emoji}', '(?=a)*', '[\\1]', '\\-', '[\\-]', '\\k', '(?<a>)\\k<b>',
];
for (const pattern of unicode) attempt(() => new RegExp(pattern, 'u'));
const sets = ['[a&&b--c]', '[a--]', '[&&a]', '[(]', '[a-z&&b]', '[^\\q{ab}]', '[^\\p{RGI_Emoji}]', '\\P{RGI_Emoji}', '[a', '[!!]', '[\\q{]', '[a&&&b]', '[z-a]'];
for (const pattern of sets) attempt(() => new RegExp(pattern, 'v'));
for (const flags of ['x', 'gg', 'uv', 'G', 'g ']) attempt(() => new RegExp('a', flags));
attempt(() => new RegExp('(', 'yg'));
attempt(() => RegExp.prototype.exec.call({}, 'a'));
attempt(() => RegExp.prototype.test.call(1));
attempt(() => RegExp.prototype.toString.call(undefined));
attempt(() => RegExp.prototype.compile.call({}));
attempt(() => RegExp.prototype[Symbol.replace].call('x'));
attempt(() => Object.getOwnPropertyDescriptor(RegExp.prototype, 'global').get.call({}));
attempt(() => Object.getOwnPropertyDescriptor(RegExp.prototype, 'flags').get.call(1));
attempt(() => /a/.compile(/b/, 'g'));
attempt(() => /a/.exec(Symbol('x')));
attempt(() => 'a'.matchAll(/a/));
attempt(() => 'a'.replaceAll(/a/, ''));
attempt(() => 'a'.startsWith(/a/));
attempt(() => 'a'.matchAll(/a/g).next.call({}));
attempt(() => {
  const broken = /a/;
  broken.exec = () => 1;
  return broken.test('a');
});
attempt(() => RegExp.escape(1));
console.log(RegExp.escape('1a b-c\n\u2028(x)/\ud800😀_é'), RegExp.escape(''), RegExp.escape('foo.bar'));
console.log(RegExp('\\\n').source, RegExp('[\n/]/').source, RegExp('\\/').source, RegExp('\u2028').source);
