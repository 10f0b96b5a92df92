// Indirect eval of constants, and functions made of constants: code of the global scope.
var local = 'local';
globalThis.shared = 'global';

function where(shared) {
  'use strict';
  return [(0, eval)('typeof local'), (0, eval)('shared'), eval?.('shared'), (0, eval)('typeof arguments'),
          (0, eval)('this') === globalThis, (0, eval)('"use strict"; this') === globalThis];
}
console.log(...where('parameter'));

function declares() {
  (0, eval)('var made = 1; let hidden = 2; const constant = 3; class C {} function add(x) { return made + x + hidden++; }');
  return [typeof hidden, typeof constant, typeof C, made, add(1), add(1), 'made' in globalThis];
}
console.log(...declares(), ...declares());
console.log(delete globalThis.made, typeof made, delete globalThis.add, typeof add);
console.log((0, eval)('1; if (true) { 2; }'), (0, eval)('({}).x'), (0, eval)(''), (0, eval)(7), eval?.(), (0, eval)('"use strict"; var kept = 4; kept'), typeof kept);

function caught(run) {
  try {
    return String(run());
  } catch (error) {
    return error.name;
  }
}
console.log(caught(() => (0, eval)('var 1')), caught(() => (0, eval)('new.target')), caught(() => (0, eval)('let y; var y;')),
            caught(() => (0, eval)('super.x')), caught(() => (0, eval)('return 1')), caught(() => (0, eval)('local')),
            caught(() => (0, eval)('eval("var deep = 5; deep")')), caught(() => (0, eval)('(0, eval)("this === globalThis")')),
            caught(() => (0, eval)('(() => this === globalThis)()')));

const closures = [1, 2].map((i) => (0, eval)('let count = 0; () => ++count'));
console.log(closures[0](), closures[0](), closures[1](), closures[0] === closures[1]);

const sum = new Function('a', 'b', 'return a + b');
console.log(sum(1, 2), sum.name, sum.length, String(sum), Object.keys(sum).length, typeof sum.prototype);
console.log(String(Function()), String(Function('a, b', 'c = 3', '')), Function('return typeof anonymous')(), Function('return this')() === globalThis,
            Function('"use strict"; return this')(), Function('return typeof local')(), Function('a', null)(), Function(true)(), Function(void 0)());
console.log(caught(() => Function('/*', '*/) {')), caught(() => Function('}, function () {')), caught(() => Function('a) {}, function (b', '')),
            caught(() => Function('a', '"use strict"; with (a) {}')), caught(() => Function('a = super.b', '')), caught(() => new Function('let a; let a;')),
            caught(() => Function('//', 'return 6 // end')()), caught(() => Function('...rest', 'return new.target ? 1 : rest.length')(1, 2)));
const Thing = Function('name', 'this.name = name');
console.log(new Thing('x').name, new Thing('y') instanceof Thing, Function('return eval("1 + 1") + (0, eval)("2")')(), new Function('return Function("return 8")')()()); 

function shadowed(eval, Function) {
  return [(0, eval)('1'), eval?.('2'), Function('3'), new Function('4').text];
}
console.log(...shadowed((text) => `given ${text}`, function (text) { this.text = `made ${text}`; return new.target ? this : text; }));
Object.defineProperty(globalThis, 'fixed', { value: 1, writable: false, configurable: false });
Object.defineProperty(globalThis, 'open', { value: 1, writable: true, enumerable: true, configurable: false });
console.log(caught(() => (0, eval)('function open() {} typeof open')), caught(() => (0, eval)('function fixed() {}')), caught(() => (0, eval)('function NaN() {}')), typeof fixed);
console.log(caught(() => (0, eval)('using x = null;')).slice(0, 11), caught(() => (0, eval)('{ using x = null; } 1')), caught(() => (0, eval)('(() => { using x = null; return 2; })()')));
