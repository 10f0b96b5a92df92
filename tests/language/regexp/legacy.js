// What RegExp remembers of the last match, as V8 has it.
console.log([RegExp.$1, RegExp.input, RegExp.lastMatch, RegExp.lastParen, RegExp.leftContext, RegExp.rightContext]);
const all = () => [
  RegExp.$1, RegExp.$2, RegExp.$3, RegExp.$9, RegExp.input, RegExp.$_, RegExp.lastMatch, RegExp['$&'], RegExp.lastParen,
  RegExp['$+'], RegExp.leftContext, RegExp['$`'], RegExp.rightContext, RegExp["$'"],
];
/(b)(c)?(d)/.exec('abcde');
console.log(all());
/(x)/.test('none');
console.log(all());
'one two'.replace(/(\w+)/g, '');
console.log(all());
'a,b,c'.split(/(,)/);
console.log(all());
'foo'.match(/o/g);
console.log(all());
'foo'.search(/(f)|(g)/);
console.log(all());
RegExp.input = 12;
RegExp.$1 = 'ignored';
console.log(RegExp.input, RegExp.$_, RegExp.$1);
console.log(Object.getOwnPropertyNames(RegExp).join(' '));
class Derived extends RegExp {}
console.log(Derived.lastMatch, Object.getOwnPropertyDescriptor(RegExp, '$1').enumerable);
