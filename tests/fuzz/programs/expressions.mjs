// Expressions. Most are of some type so that they mean something; any may turn out to be of another.
import { functionExpression, classExpression } from "./functions.mjs";
import { bindingPattern } from "./patterns.mjs";

const NUMBERS = ["0", "1", "2", "3", "7", "10", "-1", "-0", "0.1", "0.5", "1.5", "-2.5", "1e21", "1e-7", "255", "256",
  "65535", "2147483647", "-2147483648", "2147483648", "4294967295", "4294967296", "9007199254740991",
  "9007199254740993", "1e300", "-1e300", "5e-324", "NaN", "Infinity", "-Infinity", "0x7f", "0b101"];
const STRINGS = ['""', '"a"', '"abc"', '"0"', '"1"', '" 12 "', '"-1"', '"1e3"', '"x,y,z"', '"\\u00e9"', '"\\u{1f600}"',
  '"length"', '"__proto__"', '"constructor"', '"NaN"', '"zz top"'];
const PROPERTIES = ["a", "b", "c", "x", "y", "length", "name", "value", "size"];
const BINARY = ["+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>"];
const COMPARE = ["<", ">", "<=", ">=", "==", "!=", "===", "!=="];
const ASSIGN = ["=", "+=", "-=", "*=", "|=", "&=", "^=", "<<=", ">>=", ">>>=", "%=", "&&=", "||=", "??="];
const MATH = ["abs", "floor", "ceil", "round", "trunc", "sign", "sqrt", "max", "min", "fround", "imul", "clz32"];

export function expression(g, scope, depth) {
  if (depth <= 0) return leaf(g, scope);
  return g.random.weighted([
    [5, leaf], [8, binary], [4, compare], [3, logical], [3, conditional], [3, unary], [6, assignment], [3, update],
    [7, call], [5, member], [4, array], [4, object], [4, closure], [2, template], [4, arrayMethod], [3, stringMethod],
    [3, math], [1, comma], [1, typeTest], [1, classValue], [2, spreadCall], [2, suspension], [1, deletion],
    [1, destructuringAssignment], [1, bigint], [1, tagged],
  ])(g, scope, depth - 1);
}

export function leaf(g, scope) {
  return g.random.weighted([
    [4, () => g.random.pick(NUMBERS)],
    [2, () => g.random.pick(STRINGS)],
    [1, () => g.random.pick(["true", "false", "null", "undefined"])],
    [10, () => variable(g, scope)],
    [1, () => (scope.fn.hasThis ? "this" : "0")],
    [1, () => (scope.fn.hasArguments ? "arguments.length" : "1")],
  ])();
}

export function variable(g, scope) {
  const names = scope.visible();
  return names.length > 0 ? g.random.pick(names).name : g.random.pick(NUMBERS);
}

const parts = (g, scope, depth, count) =>
  Array.from({ length: count }, () => expression(g, scope, depth)).join(", ");

// A number now and then where any value would do: arithmetic on objects is NaN soon.
// In brackets, because a power takes no sign on its left.
const operand = (g, scope, depth) =>
  g.random.chance(40) ? `num(${expression(g, scope, depth)})` : `(${expression(g, scope, depth)})`;

// BigInts and symbols throw in arithmetic, which is worth seeing, but not in every expression.
function binary(g, scope, depth) {
  // Engines, and versions of one, differ in the last digit of other powers.
  if (g.random.chance(5)) return `${operand(g, scope, depth)} ** ${g.random.pick(["0", "1", "-0", "NaN", "Infinity"])}`;
  return `${operand(g, scope, depth)} ${g.random.pick(BINARY)} ${operand(g, scope, depth)}`;
}

function compare(g, scope, depth) {
  return `(${operand(g, scope, depth)} ${g.random.pick(COMPARE)} ${operand(g, scope, depth)})`;
}

function logical(g, scope, depth) {
  return `((${expression(g, scope, depth)}) ${g.random.pick(["&&", "||", "??"])} (${expression(g, scope, depth)}))`;
}

function conditional(g, scope, depth) {
  return `(${expression(g, scope, depth)} ? ${expression(g, scope, depth)} : ${expression(g, scope, depth)})`;
}

function unary(g, scope, depth) {
  return `(${g.random.pick(["!", "-", "+", "~", "typeof ", "void "])}(${expression(g, scope, depth)}))`;
}

function target(g, scope, depth) {
  const assignable = scope.visible(({ kind }) => kind === "let" || kind === "var" || kind === "parameter");
  if (assignable.length > 0 && g.random.chance(75)) return g.random.pick(assignable).name;
  return `obj(${expression(g, scope, depth)})${key(g, scope, depth, (text) => `prop(${text})`)}`;
}

function key(g, scope, depth, wrap = (text) => text) {
  if (g.random.chance(60)) return `.${g.random.pick(PROPERTIES)}`;
  return `[${g.random.chance(50) ? g.random.below(4) : wrap(expression(g, scope, depth - 1))}]`;
}

function assignment(g, scope, depth) {
  return `(${target(g, scope, depth)} ${g.random.pick(ASSIGN)} ${expression(g, scope, depth)})`;
}

function update(g, scope, depth) {
  const place = target(g, scope, depth);
  return g.random.pick([`(${place}++)`, `(${place}--)`, `(++${place})`, `(--${place})`]);
}

function call(g, scope, depth) {
  const functions = scope.visible(({ kind }) => kind === "function");
  const callee = functions.length > 0 && g.random.chance(80)
    ? g.random.pick(functions).name
    : `fun(${expression(g, scope, depth)})`;
  return `${callee}(${parts(g, scope, depth, g.random.below(4))})`;
}

function spreadCall(g, scope, depth) {
  const list = `...arr(${expression(g, scope, depth)})`;
  return g.random.pick([
    () => `[${expression(g, scope, depth)}, ${list}, ${list}]`,
    () => `fun(${variable(g, scope)})(${list}, ${expression(g, scope, depth)})`,
    () => `Math.max(${list})`,
    () => `({ ...own(${expression(g, scope, depth)}), a: ${expression(g, scope, depth)} })`,
  ])();
}

function member(g, scope, depth) {
  const optional = g.random.chance(40);
  const access = key(g, scope, depth);
  const object = `(${expression(g, scope, depth)})`;
  if (!optional) return `obj${object}${access}`;
  return `${object}?.${access.startsWith(".") ? access.slice(1) : access}`;
}

function array(g, scope, depth) {
  return `[${parts(g, scope, depth, g.random.below(5))}${g.random.chance(10) ? ", , 1" : ""}]`;
}

function object(g, scope, depth) {
  const members = Array.from({ length: g.random.below(4) }, () => objectMember(g, scope, depth));
  return `({ ${members.join(", ")} })`;
}

function objectMember(g, scope, depth) {
  const name = g.random.pick(PROPERTIES);
  const body = () => expression(g, g.functionScope(scope, { kind: "function", hasThis: true, hasArguments: true }), depth - 1);
  return g.random.weighted([
    [5, () => `${name}: ${expression(g, scope, depth)}`],
    [1, () => `get ${name}() { tick(); return ${body()}; }`],
    [1, () => `set ${name}(v) { tick(); log("set", v); }`],
    [2, () => `${name}(p) { tick(); return ${body()}; }`],
    [1, () => `[${expression(g, scope, depth)}]: ${expression(g, scope, depth)}`],
    [1, () => `*[Symbol.iterator]() { tick(); yield ${body()}; yield 2; }`],
    [1, () => `valueOf() { tick(); log("valueOf"); return ${g.random.pick(NUMBERS)}; }`],
    [1, () => `toString() { log("toString"); return ${g.random.pick(STRINGS)}; }`],
  ])();
}

function closure(g, scope, depth) {
  return functionExpression(g, scope, depth);
}

function classValue(g, scope, depth) {
  return `new (${classExpression(g, scope, depth)})(${expression(g, scope, depth - 1)})`;
}

function template(g, scope, depth) {
  return `\`<\${str(${expression(g, scope, depth)})}|\${str(${expression(g, scope, depth)})}>\``;
}

function tagged(g, scope, depth) {
  return `tag\`a\${${expression(g, scope, depth)}}\\n\${${expression(g, scope, depth)}}\``;
}

function arrayMethod(g, scope, depth) {
  const list = `arr(${expression(g, scope, depth)})`;
  const callback = (parameters) => {
    const inner = g.functionScope(scope, { kind: "arrow" });
    const names = parameters.map(() => inner.declare(g.name("p"), "parameter"));
    return `(${names.join(", ")}) => ${wrapped(expression(g, inner, depth - 1))}`;
  };
  const value = () => expression(g, scope, depth - 1);
  return g.random.pick([
    () => `${list}.map(${callback(["v", "i"])})`,
    () => `${list}.filter(${callback(["v"])})`,
    () => `${list}.reduce(${callback(["sum", "v"])}, ${value()})`,
    () => `${list}.flatMap(${callback(["v"])})`,
    () => `${list}.find(${callback(["v"])})`,
    () => `${list}.some(${callback(["v"])})`,
    () => `${list}.slice(${value()}, ${value()})`,
    () => `${list}.concat(${value()})`,
    () => `${list}.indexOf(${value()})`,
    () => `${list}.includes(${value()})`,
    () => `(t = ${list}, t.push(${value()}, ...arr(${value()})), t)`,
    () => `${list}.splice(${g.random.below(3)}, ${g.random.below(3)}, ${value()})`,
    () => `${list}.toSorted()`,
    () => `${list}.at(${g.random.pick(NUMBERS)})`,
    () => `Array.from(${list}, ${callback(["v"])})`,
    () => `Object.entries(${value()} ?? 0)`,
    () => `new Map(${list}.map((v, i) => [i, v]))`,
    () => `[...new Set(${list})]`,
  ])().replaceAll("t = ", "globalThis.t = ");
}

const wrapped = (text) => (text.startsWith("{") ? `(${text})` : text);

function stringMethod(g, scope, depth) {
  const text = `str(${expression(g, scope, depth)})`;
  const count = () => g.random.pick(NUMBERS);
  return g.random.pick([
    () => `${text}.slice(${count()}, ${count()})`,
    () => `${text}.substring(${count()}, ${count()})`,
    () => `${text}.charCodeAt(${g.random.below(4)})`,
    () => `${text}.split(${g.random.pick(STRINGS)})`,
    () => `${text}.indexOf(${g.random.pick(STRINGS)})`,
    () => `${text}.padStart(${g.random.below(8)}, "xy")`,
    () => `${text}.repeat(${g.random.below(3)})`,
    () => `[...${text}]`,
    () => `${text}.toUpperCase()`,
    () => `${text}.replace("a", (m, at) => m + at)`,
    () => `num(${text}).toString(${g.random.pick(["2", "10", "16", "36"])})`,
    () => `parseInt(${text}, ${g.random.pick(["10", "16", "undefined"])})`,
    () => `JSON.stringify(${expression(g, scope, depth - 1)})`,
  ])();
}

function math(g, scope, depth) {
  const values = Array.from({ length: 1 + g.random.below(2) }, () => `num(${expression(g, scope, depth)})`);
  return `Math.${g.random.pick(MATH)}(${values.join(", ")})`;
}

function comma(g, scope, depth) {
  return `(${expression(g, scope, depth)}, ${expression(g, scope, depth)})`;
}

function typeTest(g, scope, depth) {
  return g.random.pick([
    () => `(${expression(g, scope, depth)} instanceof fun(${variable(g, scope)}))`,
    () => `("${g.random.pick(PROPERTIES)}" in obj(${expression(g, scope, depth)}))`,
    () => `(typeof ${variable(g, scope)} === "${g.random.pick(["number", "string", "object", "function"])}")`,
    () => `typeof undeclared_${g.random.below(3)}`,
  ])();
}

function deletion(g, scope, depth) {
  return `delete obj(${expression(g, scope, depth)})${key(g, scope, depth)}`;
}

function suspension(g, scope, depth) {
  if (scope.awaits && g.random.chance(60)) return `(await ${wrapped(`(${expression(g, scope, depth)})`)})`;
  if (scope.yields) {
    return g.random.chance(75) ? `(yield ${expression(g, scope, depth)})` : `(yield* arr(${expression(g, scope, depth)}))`;
  }
  return expression(g, scope, depth);
}

function destructuringAssignment(g, scope, depth) {
  const assignable = scope.visible(({ kind }) => kind === "let" || kind === "var");
  if (assignable.length === 0) return leaf(g, scope);
  const { text, source } = bindingPattern(g, scope, depth, () => g.random.pick(assignable).name);
  return `(${text} = ${source})`;
}

function bigint(g, scope, depth) {
  const value = g.random.pick(["0n", "1n", "-1n", "123456789012345678901234567890n", "2n ** 64n"]);
  return g.random.pick([
    () => `((${value}) ${g.random.pick(["+", "-", "*", "%"])} 7n)`,
    () => `(${value} ${g.random.pick(COMPARE)} num(${expression(g, scope, depth)}))`,
    () => `BigInt.asIntN(${g.random.below(70)}, ${value})`,
    () => `(${value} + ${expression(g, scope, depth)})`,
  ])();
}
