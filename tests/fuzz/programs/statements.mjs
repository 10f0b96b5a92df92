// Statements. Loops count down a budget of their own, and every turn takes fuel of the program.
import { expression, variable } from "./expressions.mjs";
import { functionDeclaration, classExpression } from "./functions.mjs";
import { bindingPattern } from "./patterns.mjs";
import { Scope } from "./scope.mjs";

export function block(g, scope, depth, first = []) {
  const inner = new Scope(scope);
  const count = 1 + g.random.below(depth > 2 ? 4 : 3);
  const lines = [...first];
  for (let index = 0; index < count; index++) lines.push(statement(g, inner, depth));
  return `{\n${lines.join("\n")}\n}`;
}

export function statement(g, scope, depth) {
  if (depth <= 0) return logged(g, scope, 1);
  return g.random.weighted([
    [6, declaration], [5, logged], [4, plain], [3, conditional], [4, forLoop], [2, forOf], [1, forIn], [2, whileLoop],
    [2, switchStatement], [4, tryStatement], [2, jump], [3, nestedFunction], [2, nestedClass], [1, labelled],
    [1, closuresOfALoop], [1, nestedBlock], [1, forAwait],
  ])(g, scope, depth - 1);
}

function declaration(g, scope, depth) {
  const keyword = g.random.pick(["let", "let", "const", "var"]);
  if (g.random.chance(25)) {
    const names = [];
    const { text, source } = bindingPattern(g, scope, depth, () => {
      names.push(g.name("v"));
      return names.at(-1);
    });
    for (const name of names) declare(scope, name, keyword);
    return `${keyword} ${text} = ${source};`;
  }
  const name = g.name("v");
  const text = `${keyword} ${name} = ${expression(g, scope, depth)};`;
  declare(scope, name, keyword);
  return text;
}

function declare(scope, name, keyword) {
  scope.declare(name, keyword);
}

function logged(g, scope, depth) {
  return `log("${g.name("at")}", ${expression(g, scope, depth)});`;
}

function plain(g, scope, depth) {
  return `void (${expression(g, scope, depth)});`;
}

function conditional(g, scope, depth) {
  const otherwise = g.random.chance(50) ? ` else ${block(g, scope, depth)}` : "";
  return `if (${expression(g, scope, depth)}) ${block(g, scope, depth)}${otherwise}`;
}

function forLoop(g, scope, depth) {
  const inner = scope.inLoop();
  const name = g.name("i");
  const keyword = g.random.pick(["let", "let", "var"]);
  inner.declare(name, "const");
  const step = g.random.pick([`${name}++`, `${name} += 2`, `++${name}`]);
  return `for (${keyword} ${name} = 0; ${name} < ${1 + g.random.below(6)}; ${step}) ${block(g, inner, depth, ["tick();"])}`;
}

function forOf(g, scope, depth) {
  const inner = scope.inLoop();
  const keyword = g.random.pick(["let", "const", "var"]);
  if (g.random.chance(30)) {
    const names = [];
    const { text } = bindingPattern(g, scope, 1, () => {
      names.push(g.name("v"));
      return names.at(-1);
    });
    const source = `arr(${expression(g, scope, depth)}).map((v) => [v, obj(v)])`;
    for (const name of names) declare(inner, name, keyword);
    return `for (${keyword} ${text.startsWith("[") ? text : `[, ${text}]`} of ${source}) ${block(g, inner, depth, ["tick();"])}`;
  }
  const name = g.name("v");
  const source = `${g.random.pick(["arr", "arr", "iter"])}(${expression(g, scope, depth)})`;
  declare(inner, name, keyword);
  return `for (${keyword} ${name} of ${source}) ${block(g, inner, depth, ["tick();"])}`;
}

function forAwait(g, scope, depth) {
  if (!scope.awaits) return forOf(g, scope, depth);
  const inner = scope.inLoop();
  const name = inner.declare(g.name("v"), "const");
  return `for await (const ${name} of arr(${expression(g, scope, depth)})) ${block(g, inner, depth, ["tick();"])}`;
}

function forIn(g, scope, depth) {
  const inner = scope.inLoop();
  const name = inner.declare(g.name("k"), "const");
  return `for (const ${name} in obj(${expression(g, scope, depth)})) ${block(g, inner, depth, ["tick();"])}`;
}

function whileLoop(g, scope, depth) {
  const inner = scope.inLoop();
  const left = g.name("n");
  const start = `let ${left} = ${1 + g.random.below(5)};`;
  const test = g.random.chance(50) ? `${left}-- > 0` : `${left}-- > 0 && (${expression(g, scope, depth)})`;
  const body = block(g, inner, depth, ["tick();"]);
  return g.random.chance(50) ? `${start}\nwhile (${test}) ${body}` : `${start}\ndo ${body} while (${test});`;
}

function switchStatement(g, scope, depth) {
  const inner = new Scope(scope);
  inner.loops.push("switch");
  const cases = Array.from({ length: 1 + g.random.below(3) }, (_, index) => {
    const label = index === 1 && g.random.chance(50) ? "default" : `case ${expression(g, scope, 1)}`;
    const end = g.random.chance(60) ? "\nbreak;" : "";
    return `${label}: ${block(g, inner, depth)}${end}`;
  });
  return `switch (${expression(g, scope, depth)}) {\n${cases.join("\n")}\n}`;
}

function tryStatement(g, scope, depth) {
  const body = block(g, scope, depth);
  const caught = new Scope(scope);
  const name = caught.declare(g.name("e"), "let");
  const handler = ` catch (${name}) ${block(g, caught, depth, [`log("caught", ${name});`])}`;
  const last = ` finally ${block(g, scope, depth, ['log("finally");'])}`;
  return `try ${body}${g.random.pick([handler, last, handler + last])}`;
}

// Ways to leave: each is only written where it may stand.
function jump(g, scope, depth) {
  const ways = [`throw ${expression(g, scope, depth)};`, `throw new ${g.random.pick(["Error", "TypeError", "RangeError"])}("e");`];
  if (scope.fn.kind !== "program") ways.push(`return ${expression(g, scope, depth)};`, "return;");
  if (scope.loops.length > 0) ways.push("break;", "break;");
  if (scope.loops.includes(true)) ways.push("continue;", "continue;");
  for (const label of scope.labels) ways.push(`break ${label.name};`, `continue ${label.name};`);
  return `if (${expression(g, scope, 1)}) ${g.random.pick(ways)}`;
}

function labelled(g, scope, depth) {
  const name = g.name("l");
  const inner = new Scope(scope);
  inner.labels.push({ name });
  return `${name}: ${g.random.pick([forLoop, forOf])(g, inner, depth)}`;
}

function nestedFunction(g, scope, depth) {
  const { name, text } = functionDeclaration(g, scope, depth);
  scope.declare(name, "function");
  return text;
}

function nestedClass(g, scope, depth) {
  const name = g.name("C");
  const text = `${classExpression(g, scope, depth, name)}`;
  scope.declare(name, "class");
  return `${text}\nlog("${name}", attempt(() => new ${name}(${variable(g, scope)})));`;
}

function closuresOfALoop(g, scope, depth) {
  const list = scope.declare(g.name("v"), "const");
  const inner = scope.inLoop();
  const name = inner.declare(g.name("i"), "let");
  const body = expression(g, g.functionScope(inner, { kind: "arrow" }), depth - 1);
  return `const ${list} = [];\nfor (let ${name} = 0; ${name} < 3; ${name}++) { tick(); ${list}.push(() => (tick(), ${name}++, ${body})); }\n`
    + `log("closures", ${list}.map((f) => attempt(f)));`;
}

function nestedBlock(g, scope, depth) {
  return block(g, scope, depth);
}
