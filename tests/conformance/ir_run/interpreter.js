// Runs a module of IR, as parse.mjs gives it, inside the realm that evaluates this script: every
// operation does what docs/ir.md says, by the means of the JavaScript engine underneath. What it
// shows is the translation to IR, apart from any code generation and any runtime of ours.
//
// A function of the IR runs as a JavaScript generator that yields at suspensions; `drive` and its
// kin make functions, generators and promises of that.
(function () {
'use strict';

const EMPTY = { empty: true };
const apply = Reflect.apply, construct = Reflect.construct, define = Object.defineProperty;
const globalEval = eval;
const intrinsic = {
  Function: Function.prototype,
  GeneratorFunction: Object.getPrototypeOf(function* () {}),
  Generator: Object.getPrototypeOf(function* () {}.prototype),
  AsyncFunction: Object.getPrototypeOf(async function () {}),
  AsyncGeneratorFunction: Object.getPrototypeOf(async function* () {}),
  AsyncGenerator: Object.getPrototypeOf(async function* () {}.prototype),
};
const AsyncIteratorPrototype = Object.getPrototypeOf(intrinsic.AsyncGenerator);
const resolvePromise = Promise.resolve.bind(Promise);
const promiseThen = Promise.prototype.then;
const TypeError_ = TypeError, ReferenceError_ = ReferenceError, Symbol_ = Symbol;
const arrayPush = Array.prototype.push;

const lexicals = new Map();   // a script's let, const and class
const functionsOf = new WeakMap();  // a closure to what the interpreter knows of it
const privates = new WeakMap();     // an object to its private elements

const isObject = (v) => (typeof v === 'object' && v !== null) || typeof v === 'function';
const tables = {
  binary: {
    '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b,
    '%': (a, b) => a % b, '**': (a, b) => a ** b, '&': (a, b) => a & b, '|': (a, b) => a | b,
    '^': (a, b) => a ^ b, '<<': (a, b) => a << b, '>>': (a, b) => a >> b, '>>>': (a, b) => a >>> b,
  },
  compare: {
    '<': (a, b) => a < b, '<=': (a, b) => a <= b, '>': (a, b) => a > b, '>=': (a, b) => a >= b,
    '==': (a, b) => a == b, '!=': (a, b) => a != b, in: (a, b) => a in b,
    instanceof: (a, b) => a instanceof b,
  },
  unary: {
    '-': (v) => -v, '~': (v) => ~v, '++': (v) => ++v, '--': (v) => --v,
  },
};

function toKey(v) {
  if (typeof v === 'number') return v;
  if (isObject(v)) {
    const holder = {};
    // ToPropertyKey runs once: the key that `in` sees is what we keep.
    let seen;
    0, new Proxy(holder, { has(_, key) { seen = key; return false; } }), seen;
    v in new Proxy(holder, { has(_, key) { seen = key; return false; } });
    return seen;
  }
  return typeof v === 'symbol' ? v : `${v}`;
}

function sloppySet(object, key, value, strict) {
  if (object === null || object === undefined) {
    throw new TypeError_(`Cannot set properties of ${object}`);
  }
  const ok = Reflect.set(Object(object), key, value, object);
  if (!ok && strict) throw new TypeError_(`Cannot assign to ${String(key)}`);
}

function functionName(key, prefix) {
  let name = typeof key === 'symbol' ? (key.description === undefined ? '' : `[${key.description}]`) : `${key}`;
  if (prefix) name = `${prefix} ${name}`;
  return name;
}

const PRIVATE = Symbol_('private');
function privateElements(object, make) {
  let elements = privates.get(object);
  if (!elements && make) privates.set(object, elements = new Map());
  return elements;
}
function privateElement(object, name) {
  const element = isObject(object) ? privateElements(object, false)?.get(name) : undefined;
  if (!element) throw new TypeError_('private element is missing');
  return element;
}

// --- iterators ---

function openIterator(value, kind) {
  let method, isSync = kind === 'sync';
  if (!isSync) {
    method = value[Symbol_.asyncIterator];
    if (method === undefined || method === null) {
      return wrapAsync(openIterator(value, 'sync'));
    }
  } else {
    method = value[Symbol_.iterator];
  }
  if (typeof method !== 'function') throw new TypeError_('not iterable');
  const iterator = apply(method, value, []);
  if (!isObject(iterator)) throw new TypeError_('iterator is not an object');
  return { iterator, next: iterator.next, done: false };
}

// %AsyncFromSyncIterator%, borrowed from a delegation of the engine's.
function wrapAsync(record) {
  const pending = {
    [Symbol_.iterator]() {
      return {
        next: (v) => apply(record.next, record.iterator, [v]),
        get return() { const f = record.iterator.return; return f == null ? f : (v) => apply(f, record.iterator, [v]); },
        get throw() { const f = record.iterator.throw; return f == null ? f : (v) => apply(f, record.iterator, [v]); },
      };
    },
  };
  const iterator = (async function* () { return yield* pending; })();
  return { iterator, next: iterator.next, done: false };
}

function stepIterator(record) {
  if (record.done) return EMPTY;
  try {
    const result = apply(record.next, record.iterator, []);
    if (!isObject(result)) throw new TypeError_('iterator result is not an object');
    if (result.done) {
      record.done = true;
      return EMPTY;
    }
    return result.value;
  } catch (error) {
    record.done = true;
    throw error;
  }
}

function closeIterator(record) {
  if (record.done) return;
  record.done = true;
  const method = record.iterator.return;
  if (method === undefined || method === null) return;
  const result = apply(method, record.iterator, []);
  if (!isObject(result)) throw new TypeError_('return() gave no object');
}

function openForIn(value) {
  const record = { keys: [], at: 0, object: value === null || value === undefined ? null : Object(value) };
  if (record.object) record.generator = (function* () { for (const key in record.object) yield key; })();
  return record;
}

// --- functions ---

class Frame {
  constructor(module, f, self, captures, receiver, target, args) {
    this.module = module;
    this.f = f;
    this.self = self;
    this.captures = captures;
    this.receiver = receiver;
    this.target = target;
    this.args = args;
    this.values = new Map();
  }
}

function passArguments(frame, block, edge, received) {
  const values = edge.args.map((v) => frame.values.get(v));
  const skip = block.params.length - values.length;
  if (skip > 0) frame.values.set(block.params[0], received);
  for (let i = 0; i < values.length; i++) frame.values.set(block.params[skip + i], values[i]);
}

const ENDS = new Set(['jump', 'branch', 'switch', 'return', 'throw', 'throw.error', 'suspend', 'unreachable']);

function* execute(frame) {
  let block = frame.f.entry;
  const go = (edge, received) => {
    const target = frame.f.blocks.get(edge.block);
    passArguments(frame, target, edge, received);
    block = target;
  };
  next: for (;;) {
    const current = block;
    try {
      for (const i of current.code) {
        if (!ENDS.has(i.op)) {
          const result = operation(frame, i);
          if (i.result) frame.values.set(i.result, result);
          continue;
        }
        const first = i.operands.length ? frame.values.get(i.operands[0]) : undefined;
        switch (i.op) {
          case 'jump':
            go(i.edges[0]);
            continue next;
          case 'branch':
            go(i.edges[first ? 0 : 1]);
            continue next;
          case 'switch':
            go(i.edges[Math.min(first, i.edges.length - 1)]);
            continue next;
          case 'return':
            return first;
          case 'throw':
            throw first;
          case 'throw.error':
            throw languageError(i.words[0], i.texts[0]);
          case 'suspend': {
            const sent = yield { kind: i.words[0], value: first };
            if (sent.mode === 'throw') throw sent.value;
            go(i.edges[sent.mode === 'return' ? 1 : 0], sent.value);
            continue next;
          }
          default:
            throw new Error('unreachable code was reached');
        }
      }
    } catch (error) {
      if (!current.unwind) throw error;
      go(current.unwind, error);
    }
  }
}

function languageError(kind, name) {
  switch (kind) {
    case 'const_assignment': return new TypeError_(`Assignment to constant variable ${name}`);
    case 'uninitialized': return new ReferenceError_(`${name} is not initialized`);
    case 'delete_super': return new ReferenceError_('super can not be deleted');
    case 'missing_throw_method': return new TypeError_('the iterator has no throw method');
    case 'not_defined': return new ReferenceError_(`${name} is not defined`);
    default: return new ReferenceError_('invalid assignment');
  }
}

function finish(machine, sent) {
  const step = machine.next(sent);
  if (!step.done) throw new Error(`a plain function suspends: ${step.value.kind}`);
  return step.value;
}

// --- generators ---

const generators = new WeakMap();

function makeGenerator(machine, prototype) {
  const object = Object.create(prototype);
  generators.set(object, { machine, state: 'start' });
  return object;
}

function resumeGenerator(object, mode, value) {
  const g = generators.get(object);
  if (g.state === 'running') throw new TypeError_('Generator is already running');
  if (g.state === 'start' && mode !== 'next') g.state = 'done';
  if (g.state === 'done') {
    if (mode === 'throw') throw value;
    return { value: mode === 'return' ? value : undefined, done: true };
  }
  g.state = 'running';
  let step;
  try {
    step = g.machine.next({ mode, value });
  } catch (error) {
    g.state = 'done';
    throw error;
  }
  if (step.done) {
    g.state = 'done';
    return { value: step.value, done: true };
  }
  g.state = 'yield';
  return step.value.kind === 'delegate' ? step.value.value : { value: step.value.value, done: false };
}

for (const mode of ['next', 'return', 'throw']) {
  const original = intrinsic.Generator[mode];
  const patched = {
    [mode](value) {
      if (isObject(this) && generators.has(this)) return resumeGenerator(this, mode, value);
      return apply(original, this, arguments);
    },
  }[mode];
  define(intrinsic.Generator, mode, { value: patched, writable: true, enumerable: false, configurable: true });
}

// --- async functions and generators ---

function driveAsync(machine, sent, resolve, reject) {
  let step;
  try {
    step = machine.next(sent);
  } catch (error) {
    return reject(error);
  }
  if (step.done) return resolve(step.value);
  const again = (mode) => (value) => driveAsync(machine, { mode, value }, resolve, reject);
  let promise;
  try {
    promise = resolvePromise(step.value.value);
  } catch (error) {
    return driveAsync(machine, { mode: 'throw', value: error }, resolve, reject);
  }
  apply(promiseThen, promise, [again('next'), again('throw')]);
}

const asyncGenerators = new WeakMap();

function makeAsyncGenerator(machine, prototype) {
  const object = Object.create(prototype);
  asyncGenerators.set(object, { machine, state: 'start', queue: [] });
  return object;
}

function settle(g, ok, value, done) {
  const request = g.queue.shift();
  if (ok) request.resolve({ value, done });
  else request.reject(value);
}

function awaitThen(value, onValue, onError) {
  let promise;
  try {
    promise = resolvePromise(value);
  } catch (error) {
    return onError(error);
  }
  apply(promiseThen, promise, [onValue, onError]);
}

function drainAsync(g) {
  while (g.queue.length && g.state !== 'running') {
    const { mode, value } = g.queue[0];
    if (g.state === 'start' && mode !== 'next') g.state = 'done';
    if (g.state === 'done') {
      if (mode === 'next') settle(g, true, undefined, true);
      else if (mode === 'throw') settle(g, false, value);
      else {
        g.state = 'running';
        const end = (ok) => (result) => {
          g.state = 'done';
          settle(g, ok, result, true);
          drainAsync(g);
        };
        awaitThen(value, end(true), end(false));
      }
      continue;
    }
    g.state = 'running';
    stepAsync(g, { mode, value });
  }
}

function stepAsync(g, sent) {
  let step;
  try {
    step = g.machine.next(sent);
  } catch (error) {
    g.state = 'done';
    settle(g, false, error);
    return drainAsync(g);
  }
  if (step.done) {
    g.state = 'done';
    settle(g, true, step.value, true);
    return drainAsync(g);
  }
  if (step.value.kind === 'await') {
    return awaitThen(step.value.value,
                     (value) => stepAsync(g, { mode: 'next', value }),
                     (value) => stepAsync(g, { mode: 'throw', value }));
  }
  g.state = 'yield';
  settle(g, true, step.value.value, false);
  drainAsync(g);
}

for (const mode of ['next', 'return', 'throw']) {
  const original = intrinsic.AsyncGenerator[mode];
  const patched = {
    [mode](value) {
      if (!isObject(this) || !asyncGenerators.has(this)) return apply(original, this, arguments);
      return new Promise((resolve, reject) => {
        const g = asyncGenerators.get(this);
        g.queue.push({ mode, value, resolve, reject });
        drainAsync(g);
      });
    },
  }[mode];
  define(intrinsic.AsyncGenerator, mode, { value: patched, writable: true, enumerable: false, configurable: true });
}

// --- closures ---

function invoke(module, f, self, captures, receiver, target, args) {
  const frame = new Frame(module, f, self, captures, receiver, target, args);
  const machine = execute(frame);
  const isAsync = f.flags.has('async');
  if (f.flags.has('generator')) {
    // The parameters come first: the machine stops behind them.
    const step = machine.next();
    if (step.done || step.value.kind !== 'initial') throw new Error('a generator without initial suspension');
    let prototype = self.prototype;
    if (!isObject(prototype)) prototype = isAsync ? intrinsic.AsyncGenerator : intrinsic.Generator;
    return isAsync ? makeAsyncGenerator(machine, prototype) : makeGenerator(machine, prototype);
  }
  if (isAsync) return new Promise((resolve, reject) => driveAsync(machine, undefined, resolve, reject));
  return finish(machine);
}

function makeClosure(module, f, captures) {
  const isAsync = f.flags.has('async'), isGenerator = f.flags.has('generator');
  const cannotConstruct = f.flags.has('arrow') || f.flags.has('method') || isAsync || isGenerator;
  let self;
  if (cannotConstruct) {
    self = { call(...args) { return invoke(module, f, self, captures, this, undefined, args); } }.call;
  } else {
    self = function (...args) { return invoke(module, f, self, captures, this, new.target, args); };
  }
  functionsOf.set(self, { f, captures, home: undefined });
  define(self, 'length', { value: f.length, configurable: true });
  define(self, 'name', { value: f.name, configurable: true });
  if (isGenerator) {
    Object.setPrototypeOf(self, isAsync ? intrinsic.AsyncGeneratorFunction : intrinsic.GeneratorFunction);
    const prototype = Object.create(isAsync ? intrinsic.AsyncGenerator : intrinsic.Generator);
    define(self, 'prototype', { value: prototype, writable: true, enumerable: false, configurable: false });
  } else if (isAsync) {
    Object.setPrototypeOf(self, intrinsic.AsyncFunction);
  }
  return self;
}

// The constructor of a class. The engine makes nothing for it: `this` is the IR's own business.
function makeClass(module, f, heritage, captures) {
  let parent = intrinsic.Function, base = Object.prototype;
  if (heritage !== EMPTY) {
    if (heritage === null) {
      base = null;
    } else {
      if (typeof heritage !== 'function' || !isConstructor(heritage)) {
        throw new TypeError_('Class extends value is not a constructor or null');
      }
      base = heritage.prototype;
      if (base !== null && !isObject(base)) throw new TypeError_('prototype is not an object or null');
      parent = heritage;
    }
  }
  let self;
  const run = (target, args) => invoke(module, f, self, captures, undefined, target, args);
  // A derived class of the engine's makes no `this` before super(), so it may return ours.
  self = class extends Object {
    constructor(...args) { return run(new.target, args); }
  };
  // Our own constructor_result has thrown where the engine would.
  Object.setPrototypeOf(self, parent);
  const prototype = self.prototype;
  Object.setPrototypeOf(prototype, base);
  define(self, 'length', { value: f.length, configurable: true });
  if (f.name !== undefined) define(self, 'name', { value: f.name, configurable: true });
  functionsOf.set(self, { f, captures, home: prototype });
  return self;
}

function isConstructor(v) {
  try {
    new (new Proxy(v, { construct() { return {}; } }))();
    return true;
  } catch {
    return false;
  }
}

// --- arguments ---

function unmappedArguments(args) {
  return (function () { return arguments; })(...args);
}

const sloppyArguments = new Function('return arguments');
function mappedArguments(self, args, boxes) {
  // The engine's own mapped object, over parameters that are the boxes: accessors underneath a
  // proxy would be seen, so the mapping is made with generated code.
  const count = boxes.length;
  const names = Array.from({ length: count }, (_, i) => `p${i}`);
  const make = new Function('boxes', `return function (${names.join(', ')}) {
    ${names.map((p, i) => `Object.defineProperty(boxes[${i}], 'value', {
      get() { return ${i} < arguments_.length0 ? ${p} : this.plain; },
      set(v) { if (${i} < arguments_.length0) ${p} = v; else this.plain = v; }, configurable: true });`).join('\n')}
    var arguments_ = arguments;
    return arguments;
  }`.replaceAll('arguments_.length0', 'count0').replace('var arguments_ = arguments;', 'var count0 = arguments.length;'));
  for (const box of boxes) box.plain = box.value;
  const object = apply(make(boxes), undefined, args);
  define(object, 'callee', { value: self, writable: true, enumerable: false, configurable: true });
  return object;
}

// --- modules and globals ---

function loadGlobal(name) {
  if (lexicals.has(name)) {
    const value = lexicals.get(name).value;
    if (value === EMPTY) throw new ReferenceError_(`${name} is not initialized`);
    return value;
  }
  if (name in globalThis) return globalThis[name];
  return globalEval(name);  // the engine's own declarative record; or it throws
}

function isKnownGlobal(name) {
  if (lexicals.has(name) || name in globalThis) return true;
  try {
    return globalEval(`typeof ${name}`) !== 'undefined';
  } catch {
    return true;
  }
}

function storeGlobal(name, value, strict) {
  if (lexicals.has(name)) {
    const cell = lexicals.get(name);
    if (cell.value === EMPTY) throw new ReferenceError_(`${name} is not initialized`);
    if (cell.isConst) throw new TypeError_(`Assignment to constant variable ${name}`);
    cell.value = value;
    return;
  }
  if (strict && !(name in globalThis)) throw new ReferenceError_(`${name} is not defined`);
  sloppySet(globalThis, name, value, strict);
}

function declareGlobals(module) {
  for (const { kind, name } of module.globals) {
    const own = Object.getOwnPropertyDescriptor(globalThis, name);
    if (lexicals.has(name)) throw new SyntaxError(`${name} has already been declared`);
    if (kind === 'let' || kind === 'const') {
      if (own && !own.configurable) throw new SyntaxError(`${name} has already been declared`);
    } else if (kind === 'function') {
      const fits = !own ? Object.isExtensible(globalThis) : own.configurable || (own.writable && own.enumerable);
      if (!fits) throw new TypeError_(`${name} can't be declared`);
    } else if (!own && !Object.isExtensible(globalThis)) {
      throw new TypeError_(`${name} can't be declared`);
    }
  }
  for (const { kind, name } of module.globals) {
    if (kind === 'let' || kind === 'const') lexicals.set(name, { value: EMPTY, isConst: kind === 'const' });
    else if (!Object.hasOwn(globalThis, name)) {
      define(globalThis, name, { value: undefined, writable: true, enumerable: true, configurable: false });
    }
  }
}

function copyData(module, index) {
  const { keys, values } = module.data[index];
  const value = (v) => (v.nested !== undefined ? copyData(module, v.nested) : v.value);
  if (keys === null) {
    const array = new Array(values.length);
    values.forEach((v, i) => { if (!v.hole) define(array, i, { value: value(v), writable: true, enumerable: true, configurable: true }); });
    return array;
  }
  const object = {};
  module.literals[keys].forEach((key, i) => {
    define(object, key, { value: value(values[i]), writable: true, enumerable: true, configurable: true });
  });
  return object;
}

function templateObject(module, index) {
  const t = module.templates[index];
  if (t.object) return t.object;
  const cooked = t.map((p) => p.cooked), raw = Object.freeze(t.map((p) => p.raw));
  define(cooked, 'raw', { value: raw });
  t.object = Object.freeze(cooked);
  return t.object;
}

const OPERATIONS = {
  'const.double': (F, i) => i.value,
  'const.int32': (F, i) => i.value,
  'const.bool': (F, i) => i.words[0] === 'true',
  'const.string': (F, i) => i.value,
  'const.bigint': (F, i) => BigInt(i.value),
  undefined: () => undefined,
  null: () => null,
  empty: () => EMPTY,
  box: (F, i, v) => v,
  'unbox.double': (F, i, v) => v,
  'unbox.bool': (F, i, v) => v,
  'unbox.string': (F, i, v) => v,
  'unbox.object': (F, i, v) => v,
  int32_to_double: (F, i, v) => v,
  'is.undefined': (F, i, v) => v === undefined,
  'is.null': (F, i, v) => v === null,
  'is.nullish': (F, i, v) => v === undefined || v === null,
  'is.empty': (F, i, v) => v === EMPTY,
  'is.object': (F, i, v) => v !== EMPTY && isObject(v),
  'is.callable': (F, i, v) => typeof v === 'function',
  undefined_if_empty: (F, i, v) => (v === EMPTY ? undefined : v),
  not: (F, i, v) => !v,
  'same.bool': (F, i, a, b) => a === b,
  'same.reference': (F, i, a, b) => Object.is(a, b),
  double_to_int32: (F, i, v) => v | 0,
  truncate_to_int32: (F, i, v) => v | 0,
  bool_to_int32: (F, i, v) => Number(v),
  'is.number': (F, i, v) => typeof v === 'number',
  'is.bool': (F, i, v) => typeof v === 'boolean',
  'is.string': (F, i, v) => typeof v === 'string',
  'add.double': (F, i, a, b) => a + b,
  'sub.double': (F, i, a, b) => a - b,
  'mul.double': (F, i, a, b) => a * b,
  'div.double': (F, i, a, b) => a / b,
  'rem.double': (F, i, a, b) => a % b,
  'pow.double': (F, i, a, b) => a ** b,
  'neg.double': (F, i, v) => -v,
  'compare.double': (F, i, a, b) => tables.compare[i.words[0]](a, b),
  double_to_bool: (F, i, v) => !!v,
  'add.int32': (F, i, a, b) => (a + b) | 0,
  'sub.int32': (F, i, a, b) => (a - b) | 0,
  'mul.int32': (F, i, a, b) => Math.imul(a, b),
  'rem.int32': (F, i, a, b) => a % b,
  'and.int32': (F, i, a, b) => a & b,
  'or.int32': (F, i, a, b) => a | b,
  'xor.int32': (F, i, a, b) => a ^ b,
  'shl.int32': (F, i, a, b) => a << b,
  'sar.int32': (F, i, a, b) => a >> b,
  'shr.int32': (F, i, a, b) => a >>> b,
  'compare.int32': (F, i, a, b) => tables.compare[i.words[0]](a, b),
  binary: (F, i, a, b) => tables.binary[i.words[0]](a, b),
  compare: (F, i, a, b) => tables.compare[i.words[0]](a, b),
  strict_equal: (F, i, a, b) => a === b,
  unary: (F, i, v) => tables.unary[i.words[0]](v),
  to_numeric: (F, i, v) => { let n = v; return n++; },
  to_number: (F, i, v) => +v,
  to_boolean: (F, i, v) => !!v,
  to_string: (F, i, v) => `${v}`,
  to_property_key: (F, i, v) => toKey(v),
  to_object: (F, i, v) => {
    if (v === undefined || v === null) throw new TypeError_('Cannot convert undefined or null to object');
    return Object(v);
  },
  typeof: (F, i, v) => typeof v,
  concat_strings: (F, i, ...parts) => parts.join(''),
  'check.initialized': (F, i, v) => {
    if (v === EMPTY) throw new ReferenceError_(`Cannot access '${i.value}' before initialization`);
    return v;
  },
  'check.this': (F, i, v) => {
    if (v === EMPTY) throw new ReferenceError_('super() must be called first');
    return v;
  },
  'check.coercible': (F, i, v) => {
    if (v === undefined || v === null) throw new TypeError_(`Cannot destructure ${i.value} as it is ${v}.`);
    return v;
  },
  'check.object': (F, i, v) => {
    if (!isObject(v)) throw new TypeError_(`not an object: ${i.words[0]}`);
    return v;
  },
  'check.callable': (F, i, v) => {
    if (typeof v !== 'function') throw new TypeError_(`${i.value} is not a function`);
    return v;
  },
  'box.new': (F, i, value) => ({ value }),
  'box.load': (F, i, box) => box.value,
  'box.store': (F, i, box, value) => { box.value = value; },
  capture: (F, i) => F.captures[i.value],
  'module.load': (F, i) => F.module.load(i.value),
  'module.store': (F, i, value) => F.module.store(i.value, value),
  'module.namespace': (F, i) => F.module.namespace(i.value),
  'global.load': (F, i) => loadGlobal(i.value),
  'global.typeof': (F, i) => (isKnownGlobal(i.value) ? typeof loadGlobal(i.value) : 'undefined'),
  'global.store': (F, i, value) => storeGlobal(i.texts[0], value, i.words[0] === 'strict'),
  'global.has': (F, i) => isKnownGlobal(i.value),
  'global.delete': (F, i) => !lexicals.has(i.value) && Reflect.deleteProperty(globalThis, i.value),
  'global.declare': (F) => declareGlobals(F.module),
  'global.init': (F, i, value) => { lexicals.get(i.value).value = value; },
  'global.function': (F, i, value) => {
    const own = Object.getOwnPropertyDescriptor(globalThis, i.value);
    if (!own || own.configurable) define(globalThis, i.value, { value, writable: true, enumerable: true, configurable: false });
    else define(globalThis, i.value, { value });
    globalThis[i.value] = value;
  },
  'with.has': (F, i, object, name) => {
    if (!(name in object)) return false;
    const hidden = object[Symbol_.unscopables];
    return !(isObject(hidden) && hidden[name]);
  },
  'with.get': (F, i, object, name) => {
    if (!(name in object)) {
      if (i.words[0] === 'strict') throw new ReferenceError_(`${name} is not defined`);
      return undefined;
    }
    return object[name];
  },
  'with.set': (F, i, object, name, value) => {
    if (!(name in object) && i.words[0] === 'strict') throw new ReferenceError_(`${name} is not defined`);
    sloppySet(object, name, value, i.words[0] === 'strict');
  },
  parameter: (F, i) => F.args[i.value],
  rest: (F, i) => F.args.slice(i.value),
  'arguments.unmapped': (F) => unmappedArguments(F.args),
  'arguments.mapped': (F, i, ...boxes) => mappedArguments(F.self, F.args, boxes),
  this: (F) => F.receiver,
  coerce_this: (F, i, v) => (v === undefined || v === null ? globalThis : Object(v)),
  callee: (F) => F.self,
  new_target: (F) => F.target,
  argument_count: (F) => F.args.length,
  home_object: (F) => functionsOf.get(F.self).home,
  get: (F, i, object) => object[i.value],
  'get.elem': (F, i, object, key) => object[key],
  set: (F, i, object, value) => sloppySet(object, i.texts[0], value, i.words[0] === 'strict'),
  'set.elem': (F, i, object, key, value) => {
    if (object === null || object === undefined) throw new TypeError_(`Cannot set properties of ${object}`);
    sloppySet(object, toKey(key), value, i.words[0] === 'strict');
  },
  super_base: (F, i, object) => Object.getPrototypeOf(object),
  'get.super': (F, i, base, key, receiver) => {
    if (base === null) throw new TypeError_('super has no prototype');
    return Reflect.get(base, toKey(key), receiver);
  },
  'set.super': (F, i, base, key, receiver, value) => {
    if (base === null) throw new TypeError_('super has no prototype');
    const ok = Reflect.set(base, toKey(key), value, receiver);
    if (!ok && i.words[0] === 'strict') throw new TypeError_('Cannot assign');
  },
  delete: (F, i, object, key) => {
    if (object === null || object === undefined) throw new TypeError_('Cannot convert undefined or null to object');
    const ok = Reflect.deleteProperty(Object(object), toKey(key));
    if (!ok && i.words[0] === 'strict') throw new TypeError_('Cannot delete property');
    return ok;
  },
  'define.own': (F, i, object, key, value) => {
    define(object, key, { value, writable: true, enumerable: true, configurable: true });
  },
  'define.method': (F, i, object, key, fn) => {
    const enumerable = i.words.includes('enumerable');
    if (i.words[0] === 'get') define(object, key, { get: fn, enumerable, configurable: true });
    else if (i.words[0] === 'set') define(object, key, { set: fn, enumerable, configurable: true });
    else define(object, key, { value: fn, writable: true, enumerable, configurable: true });
  },
  'get.private': (F, i, object, name) => {
    const e = privateElement(object, name);
    if (e.kind === 'accessor') {
      if (!e.get) throw new TypeError_('private accessor has no getter');
      return apply(e.get, object, []);
    }
    return e.value;
  },
  'set.private': (F, i, object, name, value) => {
    const e = privateElement(object, name);
    if (e.kind === 'method') throw new TypeError_('private method is not writable');
    if (e.kind === 'accessor') {
      if (!e.set) throw new TypeError_('private accessor has no setter');
      apply(e.set, object, [value]);
      return;
    }
    e.value = value;
  },
  'has.private': (F, i, name, object) => {
    if (!isObject(object)) throw new TypeError_("Cannot use 'in' operator to search for a private name");
    return privateElements(object, false)?.has(name) ?? false;
  },
  'define.private': (F, i, object, name, value) => {
    if (!Object.isExtensible(object) && false) throw new TypeError_('not extensible');
    const elements = privateElements(object, true), kind = i.words[0];
    const old = elements.get(name);
    if (kind === 'get' || kind === 'set') {
      if (old && (old.kind !== 'accessor' || old[kind])) throw new TypeError_('private name is there twice');
      elements.set(name, { kind: 'accessor', get: old?.get, set: old?.set, [kind]: value });
      return;
    }
    if (old) throw new TypeError_('Cannot initialize private name twice on the same object');
    elements.set(name, { kind, value });
  },
  copy_properties: (F, i, to, from, ...without) => {
    if (from === null || from === undefined) return;
    from = Object(from);
    const left = new Set(without.map((k) => (typeof k === 'symbol' ? k : `${k}`)));
    for (const key of Reflect.ownKeys(from)) {
      if (left.has(key)) continue;
      const own = Reflect.getOwnPropertyDescriptor(from, key);
      if (own?.enumerable) define(to, key, { value: from[key], writable: true, enumerable: true, configurable: true });
    }
  },
  set_prototype: (F, i, object, value) => {
    if (value === null || isObject(value)) Object.setPrototypeOf(object, value);
  },
  object: (F, i, ...values) => {
    const object = {};
    F.module.literals[i.value].forEach((key, at) => {
      define(object, key, { value: values[at], writable: true, enumerable: true, configurable: true });
    });
    return object;
  },
  array: (F, i, ...values) => {
    const array = new Array(values.length);
    values.forEach((v, at) => {
      if (v !== EMPTY) define(array, at, { value: v, writable: true, enumerable: true, configurable: true });
    });
    return array;
  },
  data: (F, i) => copyData(F.module, i.value),
  'array.append': (F, i, array, value) => {
    if (value === EMPTY) array.length++;
    else define(array, array.length, { value, writable: true, enumerable: true, configurable: true });
  },
  'array.spread': (F, i, array, from) => {
    const record = openIterator(from, 'sync');
    for (let v; (v = stepIterator(record)) !== EMPTY;) {
      define(array, array.length, { value: v, writable: true, enumerable: true, configurable: true });
    }
  },
  function: (F, i, ...captures) => makeClosure(F.module, F.module.functions[i.value], captures),
  set_home_object: (F, i, fn, home) => { functionsOf.get(fn).home = home; },
  set_function_name: (F, i, fn, key) => {
    const prefix = i.words[0] === 'get' || i.words[0] === 'set' ? i.words[0] : '';
    define(fn, 'name', { value: functionName(key, prefix), configurable: true });
  },
  class: (F, i, heritage, ...captures) => makeClass(F.module, F.module.functions[i.value], heritage, captures),
  'class.prototype': (F, i, c) => c.prototype,
  private_name: (F, i) => ({ name: i.value }),
  regexp: (F, i) => new RegExp(i.texts[0], i.texts[1] ?? ''),
  template_object: (F, i) => templateObject(F.module, i.value),
  call: (F, i, fn, receiver, ...args) => {
    if (typeof fn !== 'function') throw new TypeError_('callee is not a function');
    return apply(fn, receiver, args);
  },
  'call.direct': (F, i, fn, receiver, ...args) => {
    if (functionsOf.get(fn)?.f !== F.module.functions[i.value]) throw new Error('not the function that was proven');
    return apply(fn, receiver, args);
  },
  'call.eval': (F, i, fn, receiver, ...args) => apply(fn, receiver, args),
  construct: (F, i, fn, target, ...args) => {
    if (typeof fn !== 'function' || !isConstructor(fn)) throw new TypeError_('callee is not a constructor');
    return construct(fn, args, target);
  },
  'call.spread': (F, i, fn, receiver, array) => {
    if (typeof fn !== 'function') throw new TypeError_('callee is not a function');
    return apply(fn, receiver, array);
  },
  'construct.spread': (F, i, fn, target, array) => {
    if (typeof fn !== 'function' || !isConstructor(fn)) throw new TypeError_('callee is not a constructor');
    return construct(fn, array, target);
  },
  new_receiver: (F, i, target) => {
    if (target === undefined) throw new TypeError_('a class constructor needs new');
    return construct(Object, [], target);
  },
  super_constructor: (F, i, constructor, base) => base,
  bind_this: (F, i, before, value) => {
    if (before !== EMPTY) throw new ReferenceError_('super() was called twice');
    return value;
  },
  constructor_result: (F, i, returned, made) => {
    if (isObject(returned)) return returned;
    if (F.f.flags.has('derived')) {
      if (returned !== undefined) throw new TypeError_('a derived constructor returned a primitive');
      if (made === EMPTY) throw new ReferenceError_('super() was not called');
    }
    return made;
  },
  'iterator.open': (F, i, v) => openIterator(v, i.words[0]),
  'iterator.step': (F, i, record) => stepIterator(record),
  'iterator.rest': (F, i, record) => {
    const array = [];
    for (let v; (v = stepIterator(record)) !== EMPTY;) {
      define(array, array.length, { value: v, writable: true, enumerable: true, configurable: true });
    }
    return array;
  },
  'iterator.close': (F, i, record) => closeIterator(record),
  'iterator.close_silent': (F, i, record) => { try { closeIterator(record); } catch {} },
  'iterator.next': (F, i, record, value) => {
    try {
      return apply(record.next, record.iterator, value === EMPTY ? [] : [value]);
    } catch (error) {
      record.done = true;
      throw error;
    }
  },
  'iterator.result': (F, i, record, result) => {
    if (!isObject(result)) throw new TypeError_('iterator result is not an object');
    try {
      if (result.done) {
        record.done = true;
        return EMPTY;
      }
      return result.value;
    } catch (error) {
      record.done = true;
      throw error;
    }
  },
  'iterator.return': (F, i, record) => {
    if (record.done) return EMPTY;
    record.done = true;
    const method = record.iterator.return;
    return method === undefined || method === null ? EMPTY : apply(method, record.iterator, []);
  },
  'iterator.object': (F, i, record) => record.iterator,
  'for_in.open': (F, i, v) => openForIn(v),
  'for_in.step': (F, i, record) => {
    if (!record.object) return EMPTY;
    const step = record.generator.next();
    return step.done ? EMPTY : step.value;
  },
  'dispose.open': () => ({ list: [], awaits: false, needsAwait: false, hasAwaited: false }),
  'dispose.add': (F, i, list, value) => {
    const isAsync = i.words[0] === 'async';
    if (value === null || value === undefined) {
      if (isAsync) list.list.push({ value: undefined, method: undefined, isAsync });
      return;
    }
    if (!isObject(value)) throw new TypeError_('not disposable');
    let method;
    if (isAsync) method = value[Symbol_.asyncDispose];
    let isSyncMethod = false;
    if (method === undefined || method === null) {
      method = value[Symbol_.dispose];
      isSyncMethod = isAsync;
    }
    if (typeof method !== 'function') throw new TypeError_('not disposable');
    list.list.push({ value, method, isAsync, isSyncMethod });
  },
  'dispose.step': (F, i, list) => {
    for (;;) {
      const item = list.list.at(-1);
      if ((!item || !item.isAsync) && list.needsAwait && !list.hasAwaited) {
        list.needsAwait = false;
        list.awaits = true;
        return undefined;
      }
      list.awaits = false;
      if (!item) return EMPTY;
      list.list.pop();
      if (!item.method) {
        list.needsAwait = true;
        continue;
      }
      const result = apply(item.method, item.value, []);
      list.awaits = item.isAsync;
      list.hasAwaited ||= item.isAsync;
      return item.isSyncMethod ? undefined : result;
    }
  },
  'dispose.awaits': (F, i, list) => list.awaits,
  suppressed_error: (F, i, error, earlier) => {
    const made = typeof SuppressedError === 'function' ? new SuppressedError(error, earlier)
                                                       : Object.assign(new Error(), { error, suppressed: earlier });
    return made;
  },
  import: (F, i, specifier) => F.module.dynamicImport(specifier),
  import_meta: (F) => (F.module.meta ??= Object.create(null)),
  debugger: () => {},
};

function operation(frame, i) {
  const op = OPERATIONS[i.op];
  if (!op) throw new Error(`the interpreter has no ${i.op}`);
  const operands = i.operands;
  switch (operands.length) {
    case 0: return op(frame, i);
    case 1: return op(frame, i, frame.values.get(operands[0]));
    case 2: return op(frame, i, frame.values.get(operands[0]), frame.values.get(operands[1]));
    default: return op(frame, i, ...operands.map((v) => frame.values.get(v)));
  }
}

// --- a module of the IR ---

class Module {
  constructor(ir, find) {
    Object.assign(this, ir);
    this.find = find;  // other modules, by id
    this.cells = ir.bindings.map(() => EMPTY);
    this.exports = new Map();
    ir.bindings.forEach((b, index) => { if (b.kind === 'export') this.exports.set(b.texts[0], index); });
  }
  load(index) {
    const b = this.bindings[index];
    if (b.kind !== 'import') return this.cells[index];
    const [other, name] = this.find(b.texts[0]).resolve(b.texts[1]);
    return other.load(name);
  }
  store(index, value) { this.cells[index] = value; }
  resolve(name) { return [this, this.exports.get(name)]; }
  namespace(index) { return this.find(this.bindings[index].texts[0]).namespaceObject(); }
  run(f, receiver, args) {
    const self = functionsOfKind(this, f);
    return invoke(this, f, self, [], receiver, undefined, args);
  }
}

function functionsOfKind(module, f) {
  const self = () => {};
  functionsOf.set(self, { f, captures: [], home: undefined });
  return self;
}

return {
  lexicals,
  runScript(ir) {
    const module = new Module(ir, () => { throw new Error('a script imports nothing'); });
    module.dynamicImport = () => Promise.reject(new TypeError_('no imports here'));
    return module.run(ir.functions[0], globalThis, []);
  },
  runModule(ir) {
    const module = new Module(ir, () => { throw new Error('not linked'); });
    module.dynamicImport = () => Promise.reject(new TypeError_('no imports here'));
    const declare = ir.functions.find((f) => f.kind === 'declare');
    if (declare) module.run(declare, undefined, []);
    return module.run(ir.functions[0], undefined, []);
  },
};
})
