// Reads the textual form of the IR (docs/ir.md) into plain objects for the interpreter.

const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|(-?(?:inf|nan)\b)|(-?\d[\d.]*(?:e[+-]?\d+)?)|([A-Za-z_][\w.]*)|@(\d+)|([^\s]))/y;

/** Bytes of a quoted text, which may hold lone surrogates in their three-byte form. */
function unquote(text) {
  const bytes = [];
  const raw = Buffer.from(text, 'utf8');
  for (let i = 0; i < raw.length; i++) {
    if (raw[i] !== 0x5c) { bytes.push(raw[i]); continue; }
    const c = String.fromCharCode(raw[++i]);
    if (c === 'n') bytes.push(10);
    else if (c === 'x') { bytes.push(parseInt(raw.toString('latin1', i + 1, i + 3), 16)); i += 2; }
    else bytes.push(raw[i]);
  }
  let out = '';
  for (let i = 0; i < bytes.length;) {
    const b = bytes[i];
    if (b < 0x80) { out += String.fromCharCode(b); i++; }
    else if (b < 0xe0) { out += String.fromCharCode((b & 31) << 6 | bytes[i + 1] & 63); i += 2; }
    else if (b < 0xf0) {
      out += String.fromCharCode((b & 15) << 12 | (bytes[i + 1] & 63) << 6 | bytes[i + 2] & 63);
      i += 3;
    } else {
      out += String.fromCodePoint((b & 7) << 18 | (bytes[i + 1] & 63) << 12 |
                                  (bytes[i + 2] & 63) << 6 | bytes[i + 3] & 63);
      i += 4;
    }
  }
  return out;
}

function tokens(line) {
  const out = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < line.trimEnd().length) {
    const m = TOKEN.exec(line);
    if (!m) throw new Error(`not IR: ${line}`);
    if (m[1] !== undefined) out.push({ kind: 'text', value: unquote(m[1]) });
    else if (m[2] !== undefined) {
      out.push({ kind: 'number', value: m[2].endsWith('nan') ? NaN : m[2][0] === '-' ? -Infinity : Infinity });
    } else if (m[3] !== undefined) out.push({ kind: 'number', value: Number(m[3]) });
    else if (m[4] !== undefined) out.push({ kind: 'word', value: m[4] });
    else if (m[5] !== undefined) out.push({ kind: 'row', value: Number(m[5]) });
    else out.push({ kind: 'sign', value: m[6] });
  }
  return out;
}

const CONSTANTS = { undefined: undefined, null: null, true: true, false: false };

function dataValue(t) {
  if (t.kind === 'word') {
    return t.value === 'hole' ? { hole: true } : { value: CONSTANTS[t.value] };
  }
  return t.kind === 'row' ? { nested: t.value } : { value: t.value };
}

function split(list) {
  const groups = [[]];
  for (const t of list) {
    if (t.kind === 'sign' && t.value === ',') groups.push([]);
    else groups.at(-1).push(t);
  }
  return groups.length === 1 && groups[0].length === 0 ? [] : groups;
}

function readEdge(list, at) {
  const edge = { block: list[at].value, args: [] };
  at++;
  if (list[at]?.value === '(') {
    for (at++; list[at].value !== ')'; at++) if (list[at].kind === 'word') edge.args.push(list[at].value);
    at++;
  }
  return [edge, at];
}

function readInstruction(line) {
  const list = tokens(line.replace(/ !\d+$/, ''));
  const instruction = { result: null, type: null, op: '', operands: [], edges: [], immediate: [] };
  let at = 0;
  const equals = list.findIndex((t) => t.value === '=' && t.kind === 'sign');
  if (equals > 0 && equals <= 3) {
    instruction.result = list[0].value;
    if (equals === 3) instruction.type = list[2].value;
    at = equals + 1;
  }
  instruction.op = list[at++].value;
  while (at < list.length) {
    const t = list[at];
    if (t.kind === 'word' && /^v\d+$/.test(t.value)) { instruction.operands.push(t.value); at++; }
    else if (t.kind === 'word' && /^block\d+$/.test(t.value)) {
      const [edge, next] = readEdge(list, at);
      instruction.edges.push(edge);
      at = next;
    } else if (t.kind === 'sign' && t.value === ',') at++;
    else { instruction.immediate.push(t); at++; }
  }
  // Operators are read sign by sign.
  if (instruction.immediate.every((t) => t.kind === 'sign') && instruction.immediate.length) {
    instruction.immediate = [{ kind: 'word', value: instruction.immediate.map((t) => t.value).join('') }];
  }
  instruction.words = instruction.immediate.filter((t) => t.kind === 'word').map((t) => t.value);
  instruction.value = instruction.immediate.find((t) => t.kind !== 'word')?.value;
  instruction.texts = instruction.immediate.filter((t) => t.kind === 'text').map((t) => t.value);
  return instruction;
}

function readBlockHead(line) {
  const list = tokens(line);
  const block = { name: list[0].value, params: [], unwind: null, code: [] };
  let at = 1;
  if (list[at]?.value === '(') {
    for (at++; list[at].value !== ')'; at++) {
      if (list[at].kind === 'word' && /^v\d+$/.test(list[at].value)) block.params.push(list[at].value);
    }
    at++;
  }
  for (; at < list.length; at++) {
    if (list[at].value === 'unwind') [block.unwind, at] = readEdge(list, at + 1), at--;
  }
  return block;
}

function readFunctionHead(line) {
  const list = tokens(line);
  const f = { name: '', kind: 'function', flags: new Set(), length: 0, captures: [], blocks: new Map() };
  let at = 2;
  if (list[at].kind === 'text') f.name = list[at++].value;
  for (; at < list.length; at++) {
    const word = list[at].value;
    if (['module', 'declare', 'script', 'commonjs'].includes(word)) f.kind = word;
    else if (word === 'length') f.length = list[++at].value;
    else if (word === 'parameters' || word === 'class') at++;
    else if (word === 'source') while (list[at + 1]?.kind === 'number' || list[at + 1]?.value === '.') at++;
    else if (word === 'captures') {
      while (at + 2 < list.length && list[at + 2].kind === 'text') {
        f.captures.push(list[at + 1].value);
        at += 2;
        if (list[at + 1]?.value === ',') at++;
      }
    } else if (list[at].kind === 'word') f.flags.add(word);
  }
  return f;
}

export function parseIr(text) {
  const module = { literals: [], templates: [], data: [], bindings: [], globals: [], functions: [] };
  let f = null, block = null;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    if (line === '}') { f = null; continue; }
    if (f) {
      if (/^block\d+/.test(line)) {
        block = readBlockHead(line.slice(0, line.lastIndexOf(':')));
        f.blocks.set(block.name, block);
        f.entry ??= block;
      } else {
        block.code.push(readInstruction(line));
      }
      continue;
    }
    const list = tokens(line);
    switch (list[0].value) {
      case 'function':
        f = readFunctionHead(line.slice(0, line.lastIndexOf('{')));
        module.functions.push(f);
        break;
      case 'literal':
        module.literals.push(list.slice(3).filter((t) => t.kind === 'text').map((t) => t.value));
        break;
      case 'template':
        module.templates.push(split(list.slice(3)).map((group) => ({
          cooked: group[0].kind === 'text' ? group[0].value : undefined,
          raw: group.at(-1).value,
        })));
        break;
      case 'data': {
        const colon = list.findIndex((t) => t.value === ':');
        module.data.push({
          keys: list[2].value === 'object' ? list[3].value : null,
          values: split(list.slice(colon + 1)).map((group) => dataValue(group[0])),
        });
        break;
      }
      case 'binding':
        module.bindings.push({ kind: list[2].value, texts: list.filter((t) => t.kind === 'text').map((t) => t.value) });
        break;
      case 'global':
        module.globals.push({ kind: list[1].value, name: list[2].value });
        break;
      default:
        break;
    }
  }
  return module;
}
