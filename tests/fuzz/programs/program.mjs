// A whole program: a prelude, functions and statements, and calls of all that was declared.
import { Random } from "./random.mjs";
import { Scope } from "./scope.mjs";
import { functionDeclaration } from "./functions.mjs";
import { kernel } from "./kernels.mjs";
import { statement } from "./statements.mjs";

// Everything printed goes through `log`. `num`, `str`, `arr`, `obj`, `fun` make of any value one that suits the
// place, so that most programs get beyond their first line. Fuel ends every loop, and recursion long before the
// stack of either side does.
const PRELUDE = `
let fuel = 500, lines = 400;
class OutOfFuel extends Error {}
function tick() { if (--fuel < 0) throw new OutOfFuel("fuel"); }
function show(v, depth = 0) {
  if (typeof v === "string") return JSON.stringify(v);
  if (typeof v === "number") return Object.is(v, -0) ? "-0" : String(v);
  if (typeof v === "bigint") return v + "n";
  if (v === globalThis) return "global";
  if (typeof v === "function") return "function " + v.name + "/" + v.length;
  if (typeof v !== "object" || v === null) return String(v);
  if (v instanceof Error) return "error " + v.name;
  if (depth > 2) return "...";
  if (Array.isArray(v)) {
    const parts = [];
    for (let i = 0; i < v.length && i < 12; i++) parts.push(i in v ? show(v[i], depth + 1) : "hole");
    return "[" + parts.join(" ") + (v.length > 12 ? " +" + v.length : "") + "]";
  }
  if (v instanceof Map || v instanceof Set) return v.constructor.name + show([...v], depth + 1);
  const parts = [];
  for (const k of Object.keys(v).slice(0, 12)) {
    const d = Object.getOwnPropertyDescriptor(v, k);
    parts.push(k + ":" + ("value" in d ? show(d.value, depth + 1) : "accessor"));
  }
  return "{" + parts.join(" ") + "}";
}
function log(tag, v) { if (--lines > 0) console.log(tag, show(v)); }
function num(v) {
  if (typeof v === "number") return v;
  if (typeof v === "boolean") return v ? 1 : 0;
  if (typeof v === "string") return v.length;
  return Array.isArray(v) ? v.length : 3;
}
function str(v) { return typeof v === "string" ? v.slice(0, 40) : show(v).slice(0, 40); }
function arr(v) {
  if (Array.isArray(v)) return v.length > 30 ? v.slice(0, 30) : v;
  return typeof v === "string" ? [...v.slice(0, 10)] : [v, 1];
}
function obj(v) { return v !== globalThis && ((typeof v === "object" && v !== null) || typeof v === "function") ? v : { a: v, b: 2 }; }
// What a host adds to the global object is each host's affair.
function own(v) { return v === globalThis ? {} : v; }
// V8 makes a key of an object once to read and once to write, where it does both.
function prop(v) { return (typeof v === "object" && v !== null) || typeof v === "function" ? String(v) : v; }
function fun(v) { return typeof v === "function" ? v : function given(x) { return x; }; }
function* iter(v) { try { for (const item of arr(v)) { tick(); yield item; } } finally { log("closed"); } }
function tag(strings, ...values) { return strings.raw.join("^") + values.length + show(values); }
function attempt(f) { try { return f(); } catch (e) { return "threw " + show(e); } }
class Base { constructor() { this.base = new.target.name; } toString() { return "base"; } }
// A function whose generators and promises are run and logged.
function drive(f) { return (...values) => watch(attempt(() => f(...values))); }
let watched = 0;
function watch(v) {
  const id = "w" + watched++;
  if (v instanceof Promise) { v.then((r) => log(id + " resolved", r), (e) => log(id + " rejected", e)); return v; }
  if (v !== null && typeof v === "object" && typeof v.next === "function") {
    for (let i = 0; i < 4; i++) {
      const step = attempt(() => i === 3 ? v.return("r") : i === 2 && watched % 3 === 0 ? v.throw(new Error("t")) : v.next(i));
      if (step instanceof Promise) step.then((r) => log(id + " async step", r), (e) => log(id + " async throw", e));
      else log(id + " step", step);
    }
  }
  return v;
}
`;

export class ProgramGenerator {
  constructor(seed) {
    this.random = new Random(seed);
    this.names = 0;
  }

  name(prefix) {
    return `${prefix}${this.names++}`;
  }

  functionScope(scope, fn) {
    return new Scope(scope, { fn });
  }

  program() {
    const scope = new Scope(null);
    const lines = [];
    const functions = [];
    for (let count = 2 + this.random.below(3); count > 0; count--) {
      const { name, text } = functionDeclaration(this, scope, 4);
      scope.declare(name, "function");
      functions.push(name);
      lines.push(text);
    }
    for (let count = this.random.below(4); count > 0; count--) lines.push(kernel(this));
    for (let count = 3 + this.random.below(5); count > 0; count--) {
      lines.push(`try {\n${statement(this, new Scope(scope), 4)}\n} catch (e) { log("uncaught", e); }`);
    }
    for (const name of functions) {
      const values = Array.from({ length: this.random.below(3) }, () => this.random.pick(["1", '"s"', "[1, 2]", "{ a: 1 }", "-0"]));
      lines.push(`fuel = 300; log("call", watch(attempt(() => ${name}(${values.join(", ")}))));`);
    }
    return `${this.random.chance(70) ? '"use strict";\n' : ""}${PRELUDE}\n${lines.join("\n")}\n`;
  }
}

export function generate(seed) {
  return new ProgramGenerator(seed).program();
}
