// Where a trace says that an operator, a pattern or a class failed.
const at = (name, run) => {
  try {
    run();
    console.log(name, 'no error');
  } catch (error) {
    const [, line, column] = /stack_positions\.mjs:(\d+):(\d+)/.exec(error.stack.split('\n')[1]);
    console.log(name, line, column, error.stack.split('\n')[0]);
  }
};

const big = 1n, symbol = Symbol('q'), text = 'abc', object = Object.freeze({ a: 1 });
let u;

at('sum', () => big   +   1);
at('sum of parentheses', () => (big) /* here */ - (1));
at('chain', () => 1 + 2 + symbol);
at('in', () => 'a'  in text);
at('instanceof', () => 1 instanceof object);
at('relation', () => symbol < 1);
at('delete', () => delete object.a);
at('template', () => `text ${symbol}`);
at('tagged', () => u`text`);
at('pattern', () => { const { a } = u; });
at('empty pattern of a name', () => { const {   } = u; });
at('parameter', () => (({ a }) => a)());
at('array pattern', () => { const [a] = 1; });
at('spread', () => [1, ...u]);
at('heritage', () => { class A extends object {} });
at('heritage of an expression', () => class A extends object {});
at('class', () => (class A {})());
