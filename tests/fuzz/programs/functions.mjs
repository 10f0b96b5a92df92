// Functions and classes.
import { expression } from "./expressions.mjs";
import { bindingPattern } from "./patterns.mjs";
import { block } from "./statements.mjs";

const KINDS = [[6, () => "function"], [2, () => "generator"], [2, () => "async"], [1, () => "async generator"]];
const KEYWORD = { function: "function", generator: "function*", async: "async function", "async generator": "async function*" };
const METHOD = { function: "", generator: "*", async: "async ", "async generator": "async *" };

// A function that calls itself before its body begins takes fuel too: where a stack ends is each engine's affair.
function fueled(text) {
  return /\b(?:f\d+|fun)\(/.test(text) ? `(tick(), ${text})` : text;
}

function parameters(g, inner, depth) {
  const list = [];
  for (let count = g.random.below(4); count > 0; count--) {
    if (depth > 1 && g.random.chance(15)) {
      // Defaults of a pattern must not name parameters behind it: they would only ever throw.
      const { text, source } = bindingPattern(g, inner.parent, 1, () => g.name("p"));
      for (const [name] of text.matchAll(/\bp\d+\b/g)) inner.declare(name, "parameter");
      list.push(`${text} = ${fueled(source)}`);
    } else {
      const fallback = g.random.chance(25) ? ` = ${fueled(expression(g, inner, 1))}` : "";
      list.push(inner.declare(g.name("p"), "parameter") + fallback);
    }
  }
  if (g.random.chance(15)) list.push(`...${inner.declare(g.name("p"), "parameter")}`);
  return list.join(", ");
}

// What async functions and generators give is looked at by the functions of the prelude.
function called(kind, text) {
  return kind === "function" ? text : `drive(${text})`;
}

export function functionDeclaration(g, scope, depth) {
  const kind = g.random.weighted(KINDS)();
  const name = g.name("f");
  const inner = g.functionScope(scope, { kind, hasThis: true, hasArguments: true });
  inner.declare(name, "function");
  const list = parameters(g, withoutSuspension(g, inner), depth);
  return { name, text: `${KEYWORD[kind]} ${name}(${list}) ${block(g, inner, depth, ["tick();"])}` };
}

// `await` and `yield` may not stand among the parameters.
function withoutSuspension(g, inner) {
  const scope = Object.create(inner);
  scope.fn = { ...inner.fn, kind: "function" };
  return scope;
}

export function functionExpression(g, scope, depth) {
  if (g.random.chance(60)) {
    const isAsync = g.random.chance(15);
    const inner = g.functionScope(scope, {
      kind: isAsync ? "async" : "arrow", hasThis: scope.fn.hasThis, hasArguments: scope.fn.hasArguments });
    const list = parameters(g, withoutSuspension(g, inner), depth);
    const head = `${isAsync ? "async " : ""}(${list}) =>`;
    if (g.random.chance(60)) return `(${head} (tick(), ${expression(g, inner, depth)}))`;
    return `(${head} ${block(g, inner, depth, ["tick();"])})`;
  }
  const kind = g.random.weighted(KINDS)();
  const inner = g.functionScope(scope, { kind, hasThis: true, hasArguments: true });
  const list = parameters(g, withoutSuspension(g, inner), depth);
  return called(kind, `(${KEYWORD[kind]} (${list}) ${block(g, inner, depth, ["tick();"])})`);
}

export function classExpression(g, scope, depth, name = "") {
  const derived = g.random.chance(35);
  const inner = g.functionScope(scope, { kind: "function", hasThis: true, hasArguments: false });
  const heritage = derived ? ` extends ${g.random.pick(["Base", "Array", "Map", "Error"])}` : "";
  const members = [classConstructor(g, scope, depth, derived)];
  const hasPrivate = g.random.chance(50);
  if (hasPrivate) members.push(`#x = ${expression(g, inner, 1)};`, `get x() { return this.#x; }`, `bump() { return ++this.#x; }`);
  for (let count = g.random.below(4); count > 0; count--) members.push(classMember(g, scope, inner, depth, derived));
  return `class ${name}${heritage} { ${members.join(" ")} }`;
}

function classConstructor(g, scope, depth, derived) {
  const inner = g.functionScope(scope, { kind: "function", hasThis: true, hasArguments: true });
  const parameter = inner.declare(g.name("p"), "parameter");
  const first = derived ? "super();" : "";
  return `constructor(${parameter}) { tick(); ${first} this.a = ${expression(g, inner, depth - 1)}; }`;
}

function classMember(g, scope, inner, depth, derived) {
  const isStatic = g.random.chance(25) ? "static " : "";
  const kind = g.random.weighted(KINDS)();
  const name = g.random.pick(["m", "n", "value", "toString", `["k" + ${g.random.below(3)}]`]);
  const body = g.functionScope(scope, { kind, hasThis: true, hasArguments: true });
  return g.random.weighted([
    [3, () => `${isStatic}${g.random.pick(["b", "c"])} = ${expression(g, inner, depth - 1)};`],
    [3, () => `${isStatic}${METHOD[kind]}${name}(p) ${block(g, body, depth - 1, ["tick();"])}`],
    [1, () => `${isStatic}get g() { tick(); return ${expression(g, inner, depth - 1)}; }`],
    [1, () => `static { tick(); log("static", ${expression(g, inner, depth - 1)}); }`],
    [1, () => (derived ? `s() { return super.toString === undefined; }` : `static s() { return this === undefined; }`)],
  ])();
}
