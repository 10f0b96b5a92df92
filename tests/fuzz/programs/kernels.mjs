// Functions that compute: loops within loops over arrays, fields and numbers, mostly without calls. They are what
// the compiler makes assumptions about, and they are called with what fits these and with what does not. A counter
// of their own ends all loops.
const TURNS = 300;
const STARTS = ["0", "0", "0", "1", "i0"];
const BOUNDS = ["n", "n", "n - 1", "a.length", "b.length", "4", "p.z", "6"];
const NUMBERS = ["0", "1", "2", "0.5", "-1", "3.25", "1e9"];
const MATH = ["Math.sqrt", "Math.floor", "Math.abs", "Math.max", "Math.min", "Math.trunc"];
const ARRAYS = [
  "[1, 2, 3, 4, 5]", "[5, 4, 3, 2, 1, 0]", "[0.5, -0, 2, NaN]", "[1, , 3]", "[]", "new Array(4)", "[1, 'two', 3]",
  "[3, { valueOf: () => 2 }, 1]", "new Float64Array([1, 2, 3])", "new Int8Array(5)", "'1234'", "[[1, 2], [3]]", "[2147483647, -2147483648]",
  "{ 0: 1, 1: 2, length: 2 }", "[undefined, null, true]", "[1n]", "undefined",
];
const LIMITS = ["5", "4", "3", "0", "1", "-1", "2.5", "'4'", "2147483647", "-2147483648", "NaN", "undefined"];
const NOISE = [
  "a[1] = 's';", "a.length = 2;", "delete a[0];", "p.x = 'text';", "a[7] = 1.5;", "Object.freeze(b);", "delete p.y;", "p.w = 1;",
  "Math.max = (x, y) => x - y;", "Object.defineProperty(p, 'z', { get: () => 3, configurable: true });", "b.push(1, 2);", "a[0] = {};",
];

class Kernel {
  constructor(g) {
    this.g = g;
    this.counters = [];
    this.hasNoise = g.random.chance(35);
  }

  pick(list) {
    return this.g.random.pick(list);
  }

  counter() {
    return this.counters.length === 0 ? "n" : this.pick(this.counters);
  }

  array() {
    return this.pick(["a", "a", "b", "p.list"]);
  }

  index() {
    const c = this.counter();
    return this.pick([c, c, c, `${c} + 1`, `${c} - 1`, `${c} * 2`, `${c} + u`, `n - ${c}`, "0", "1", "3", "u", "t & 3", `${c} % 3`, `${this.array()}.length - 1`]);
  }

  element() {
    return this.g.random.chance(3) ? `m[${this.counter()}][${this.index()}]` : `${this.array()}[${this.index()}]`;
  }

  value(depth = 2) {
    const inner = () => this.value(depth - 1);
    if (depth === 0) return this.pick([this.counter(), "s", "t", "u", this.pick(NUMBERS), "p.x", "p.y", "p.z"]);
    return this.pick([
      inner, inner, () => this.element(), () => this.element(), () => `(${inner()} + ${inner()})`, () => `(${inner()} - ${inner()})`,
      () => `${inner()} * ${this.pick(NUMBERS)}`, () => `(${inner()} | 0)`, () => `-(${inner()})`, () => `p.list[${this.index()}]`,
      () => `${this.pick(MATH)}(${inner()}, ${inner()})`,
    ])();
  }

  condition() {
    const compared = `${this.value(1)} ${this.pick(["<", ">", "===", "!==", "<=", ">="])} ${this.value(1)}`;
    return this.g.random.chance(20) ? `${compared} && ${this.value(1)} < 3` : compared;
  }

  statement(depth) {
    const swap = (x, y, kept) => `const ${kept} = ${x}; ${x} = ${y}; ${y} = ${kept};`;
    return this.pick([
      () => `s += ${this.value()};`, () => `s += ${this.element()};`, () => `s = s * 0.5 + ${this.value()};`, () => `t = (t * 31 + ${this.value(1)}) | 0;`,
      () => `u = ${this.value(1)};`, () => `u++;`, () => `u = u + 1;`, () => `${this.element()} = ${this.value()};`, () => `${this.element()} = ${this.value()};`,
      () => `${this.element()} += ${this.value(1)};`, () => `${this.element()}--;`, () => `p.${this.pick(["x", "y", "z"])} ${this.pick(["=", "+=", "-="])} ${this.value()};`,
      () => `s += p.x - q.y;`, () => `q.x = p.y;`, () => `if (${this.array()}.length < 20) a[a.length] = ${this.value(1)};`,
      () => `if (a.length < 20) a.push(${this.value(1)});`, () => swap(`a[${this.index()}]`, `b[${this.index()}]`, "kept"), () => swap("a", "b", "other"),
      () => swap("p", "q", "object"), () => `p.list = ${this.pick(["a", "b", "[1, 2]"])};`, () => `if (${this.condition()}) ${this.pick(["break", "continue"])};`,
      () => `if (${this.condition()}) { ${this.statement(0)} } else { ${this.statement(0)} }`, () => (this.hasNoise ? `noise(a, b, p);` : `s -= 1;`),
      () => (depth > 0 ? this.loop(depth - 1) : `s += 1;`), () => (depth > 0 ? this.loop(depth - 1) : `t ^= 1;`),
    ])();
  }

  body(depth) {
    const lines = [];
    for (let count = 1 + this.g.random.below(4); count > 0; count--) lines.push(`{ ${this.statement(depth)} }`.replace(/^\{ (if .*(break|continue);) \}$/, "$1"));
    if (depth > 0 && this.g.random.chance(60)) lines.push(this.loop(depth - 1));
    return lines.join("\n");
  }

  loop(depth) {
    const c = `i${this.counters.length}`;
    const start = this.counters.length > 0 ? this.pick(STARTS) : "0";
    const bound = this.pick(BOUNDS);
    const head = this.pick([
      `let ${c} = ${start}; ${c} < ${bound} && turns++ < ${TURNS}; ${c}++`, `let ${c} = ${start}; ${c} < ${bound} && turns++ < ${TURNS}; ${c} += 1`,
      `let ${c} = ${bound}; ${c} !== 0 && turns++ < ${TURNS}; ${c}--`, `let ${c} = ${bound}; ${c} >= 0 && turns++ < ${TURNS}; ${c} -= 1`,
      `let ${c} = ${start}; ${c} <= ${bound} && turns++ < ${TURNS}; ${c} += ${this.pick(["2", "1", "0.5"])}`, `let ${c} = ${start}; turns++ < ${TURNS} && ${c} !== ${bound}; ++${c}`,
    ]);
    this.counters.push(c);
    const text = `for (${head}) {\n${this.body(depth)}\n}`;
    this.counters.pop();
    return text;
  }
}

function arguments_(g, point) {
  const array = () => (g.random.pick(g.random.chance(85) ? ARRAYS.slice(0, 4) : ARRAYS));
  const usual = () => g.random.pick([`new ${point}(1, 2, 3, ${array()})`, `new ${point}(0.5, -0, 4, ${array()})`]);
  const object = () => g.random.chance(75) ? usual() : g.random.pick([
    `{ x: 1, y: 2, z: 3, list: ${array()} }`,
    `{ list: ${array()}, z: 2, y: 1, x: 0 }`, `{ get x() { return 1; }, set x(v) {}, y: '2', z: 3, list: [1] }`, `Object.freeze(new ${point}(1, 2, 3, [1, 2]))`,
    `new (class extends ${point} { constructor() { super(1, 2, 3, ${array()}); this.more = 1; } })()`, g.random.chance(20) ? "null" : "{}",
  ]);
  return `${array()}, ${array()}, [${array()}, ${array()}, [1, 2, 3]], ${object()}, ${object()}, ${g.random.pick(g.random.chance(70) ? LIMITS.slice(0, 3) : LIMITS)}`;
}

// The text of a kernel with all that it needs and calls of it.
export function kernel(g) {
  const k = new Kernel(g);
  const name = g.name("k");
  const point = g.name("P");
  const noise = k.hasNoise ? `let rounds = 0;\nconst noise = (a, b, p) => { if (++rounds === ${1 + g.random.below(12)}) { ${g.random.pick(NOISE)} } };\n` : "";
  const loops = [k.loop(2)];
  if (g.random.chance(40)) loops.push(k.loop(1));
  const lines = [`class ${point} { constructor(x, y, z, list) { this.x = x; this.y = y; this.z = z; this.list = list; } }`,
    `function ${name}(a, b, m, p, q, n) {\n${noise}let s = 0, t = 1, u = 0, turns = 0, i0 = 0;\n${loops.join("\n")}\nreturn [s, t, u, turns, a, b, p, q];\n}`];
  for (let count = 4 + g.random.below(4); count > 0; count--)
    lines.push(`{ const max = Math.max; log("${name}", attempt(() => ${name}(${arguments_(g, point)}))); Math.max = max; }`);
  return lines.join("\n");
}
