/*---
flags: [noStrict]
---*/
$262.evalScript('var first = 1; let second = first + 1;');
assert($262.global.first === 1 && second === 2);
$262.evalScript(
  'function third() { return "3"; }' +
  "function fourth() { return '4'; }"
);
assert(third() + fourth() === '34');
$262.evalScript(`
  first = third();
`);
assert(first === '3');
var caught = [];
for (const text of ['let second;', 'var', 'first + ' + first]) {
  try {
    if (text === 'let second;') $262.evalScript('let second;');
    else if (text === 'var') $262.evalScript('var');
    else $262.evalScript(text);
  } catch (error) {
    caught.push(error.name);
  }
}
assert(caught.join() === 'SyntaxError,SyntaxError,EvalError');
