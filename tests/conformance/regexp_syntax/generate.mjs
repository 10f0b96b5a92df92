// Random patterns that are nearly valid. A generator follows the grammar, mostly; most decisions
// have a small chance of a wrong turn, and at the end some patterns lose, gain or swap a character.
// A few patterns are tokens in any order.

/** A small generator with a seed, so that a failure can be run again. */
export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(n) {
    return Math.floor(this.next() * n);
  }

  chance(p) {
    return this.next() < p;
  }

  pick(list) {
    return list[this.below(list.length)];
  }
}

const LETTERS = [...'abcdefkpquxz019 _', 'A', 'F', '/', ',', '-', '=', '!', '<', '>', ':', '&', '~'];
const WIDE = ['é', 'π', 'ſ', '\u200d', '中', '𝒜', '😀', '𠮷', '\u00a0', '\ufeff', '·', '℘', '゛', '፩'];
const SYNTAX = [...'^$\\.*+?()[]{}|/'];
const NAMES = ['a', 'b', 'c', 'ab', '$', '_', 'é', '𝒜', 'a·', 'a\u200d', '\\u0061', '\\u{62}',
  '\\ud835\\udc9c', 'a1', '\\u{1d49c}'];
const BAD_NAMES = ['', '1', 'a-b', '\\u{110000}', '\\x61', 'a b', '\\ud835', '😀', '\u200d', '·', 'a>b',
  '\\u{}', '\\u{61', '\\u00', '\\uD835\\u{DC9C}'];
const PROPERTIES = ['L', 'Lu', 'Letter', 'gc=Lu', 'General_Category=Uppercase_Letter', 'Script=Greek',
  'sc=Grek', 'scx=Grek', 'Script_Extensions=Latin', 'ASCII', 'Any', 'Alphabetic', 'Alpha', 'Emoji',
  'ID_Start', 'XIDC', 'space', 'White_Space', 'punct', 'ExtPict', 'EComp', 'Assigned', 'digit'];
const STRING_PROPERTIES = ['Basic_Emoji', 'RGI_Emoji', 'Emoji_Keycap_Sequence',
  'RGI_Emoji_Flag_Sequence', 'RGI_Emoji_ZWJ_Sequence', 'RGI_Emoji_Tag_Sequence'];
const BAD_PROPERTIES = ['', 'l', 'LU', 'Greek', 'Script', 'sc=', '=Greek', 'sc=greek', 'gc=Greek',
  'Any=Y', 'Block=Thai', 'InGreek', 'Other_Math', 'Hyphen', 'Alphabetic=Y', '^Lu', ' Lu', 'sc:Greek',
  'Emoji_Test', 'Line_Break', 'sc=Grek=a', 'IDS_Unary_Operator', 'ID_Compat_Math_Start'];
const DOUBLES = ['&&', '!!', '##', '$$', '%%', '**', '++', ',,', '..', '::', ';;', '<<', '==', '>>',
  '??', '@@', '^^', '``', '~~', '--'];

const TOKENS = ['(', ')', '(?:', '(?=', '(?!', '(?<=', '(?<!', '(?<a>', '(?<', '(?', '|', '[', '[^', ']', '{', '}',
  '{1}', '{1,', '{2,1}', ',', '*', '+', '?', '^', '$', '.', '-', '--', '&&', '&', '\\', '\\k', '\\k<a>', '<', '>',
  'a', 'b', 'c', 'z', '1', '0', '\\1', '\\0', '\\c', '\\x', '\\u', '\\u{', '61', '\\q{', '\\p{', 'Lu}', 'RGI_Emoji}',
  '\\P{', '\\d', '\\b', '\\B', '\\-', '\\ud83d', '\\ude00', '😀', '!!', '/', '\\/'];

export class PatternGenerator {
  /** @param features what the engine to compare with knows: { modifiers, duplicateNames } */
  constructor(random, features) {
    this.random = random;
    this.features = features;
  }

  pattern(flags) {
    this.unicode = /[uv]/.test(flags);
    this.sets = flags.includes('v');
    this.wrong = this.random.pick([0, 0, 0.01, 0.03, 0.1]);
    this.budget = 2 + this.random.below(14);
    this.used = [];
    let text = this.random.chance(0.1) ? this.soup() : this.disjunction(0);
    while (this.random.chance(0.12)) text = this.mutate(text);
    return text.replace(/[\n\r\u2028\u2029]/g, '');
  }

  soup() {
    let text = '';
    for (let i = this.random.below(8); i >= 0; --i) text += this.random.pick(TOKENS);
    // Whatever is open gets closed, often; else hardly anything would be valid.
    if (this.random.chance(0.7)) {
      if (text.lastIndexOf('[') > text.lastIndexOf(']')) text += ']';
      for (let open = text.split('(').length - text.split(')').length; open > 0; --open) text += ')';
    }
    return text;
  }

  err() {
    return this.random.chance(this.wrong);
  }

  mutate(text) {
    const characters = [...text];
    const at = this.random.below(characters.length + 1);
    const piece = () => this.random.pick([SYNTAX, SYNTAX, LETTERS, WIDE, DOUBLES]);
    switch (this.random.below(4)) {
      case 0:
        characters.splice(at, 1);
        break;
      case 1:
        characters.splice(at, 0, this.random.pick(piece()));
        break;
      case 2:
        characters.splice(at, 1, this.random.pick(piece()));
        break;
      default: {
        const from = this.random.below(characters.length + 1);
        characters.splice(at, 0, ...characters.slice(from, from + 1 + this.random.below(6)));
      }
    }
    return characters.join('');
  }

  disjunction(depth) {
    let text = this.alternative(depth);
    while (this.random.chance(0.25)) text += '|' + this.alternative(depth);
    return text;
  }

  alternative(depth) {
    let text = '';
    const count = this.random.below(4);
    for (let i = 0; i < count && this.budget > 0; ++i) text += this.term(depth);
    return text;
  }

  term(depth) {
    --this.budget;
    const kind = this.random.below(20);
    if (kind === 0) return this.random.pick(['^', '$', '\\b', '\\B']) + (this.err() ? this.quantifier() : '');
    if (kind <= 2) {
      const text = this.random.pick(['(?=', '(?!', '(?<=', '(?<!']) + this.disjunction(depth + 1) + ')';
      const lookahead = !text.startsWith('(?<');
      return text + (this.err() || (lookahead && !this.unicode && this.random.chance(0.3)) ? this.quantifier() : '');
    }
    return this.atom(depth, kind) + (this.random.chance(0.25) ? this.quantifier() : '') +
      (this.err() ? this.quantifier() : '');
  }

  quantifier() {
    const n = () => this.random.pick(['0', '1', '2', '00', '07', '10', '99999999999999999999', '4294967296', '012']);
    let text;
    switch (this.random.below(6)) {
      case 0:
        text = `{${n()}}`;
        break;
      case 1:
        text = `{${n()},}`;
        break;
      case 2:
        text = `{${n()},${n()}}`;
        break;
      default:
        text = this.random.pick(['*', '+', '?']);
    }
    if (this.err()) text = this.random.pick(['{', '{}', '{,}', '{,1}', '{1', '{1,', '{1,2', '{a}', '{1 }', '{ 1}', '{-1}', '}']);
    return text + (this.random.chance(0.2) ? '?' : '');
  }

  atom(depth, kind) {
    if (kind <= 7) return this.character();
    if (kind === 8) return '.';
    if (kind <= 11) return this.escape();
    if (kind <= 14) return this.sets ? this.classSet(0) : this.classRanges();
    if (depth > 5) return 'x';
    return this.group(depth);
  }

  character() {
    if (this.err()) return this.random.pick(SYNTAX);
    if (!this.unicode && this.random.chance(0.1)) return this.random.pick([']', '{', '}', '{,', '{a']);
    return this.random.pick(this.random.chance(0.15) ? WIDE : LETTERS);
  }

  group(depth) {
    const body = () => this.disjunction(depth + 1) + (this.err() ? '' : ')');
    switch (this.random.below(6)) {
      case 0:
        return '(?:' + body();
      case 1:
      case 2:
        return '(?<' + this.newName() + '>' + body();
      case 3:
        if (this.features.modifiers) return '(?' + this.modifiers() + ':' + body();
        return '(' + body();
      case 4:
        if (this.err()) return this.random.pick(['(?', '(?<', '(?a:', '(?>', '(?P<a>', '(?#', '(?<a', '(??']) + body();
        return '(' + body();
      default:
        return '(' + body();
    }
  }

  modifiers() {
    const some = (from) => from.filter(() => this.random.chance(0.4)).join('');
    if (this.err()) return this.random.pick(['-', 'ii', 'i-i', 'g', 'i-', '-i-', 'u', 'I', 'ims-s', '-ss', 'i m', 'd']);
    const text = this.random.pick(['i', 'm', 's', 'im', 'sm', 'ims']);
    const rest = [...'ims'].filter((c) => !text.includes(c));
    return this.random.pick([text, text + '-', text + '-' + some(rest), '-' + text]);
  }

  newName() {
    if (this.err()) return this.random.pick(BAD_NAMES);
    let name = this.random.pick(NAMES);
    if (!this.features.duplicateNames && this.used.length > 0) name = 'n' + this.used.length;
    this.used.push(name);
    return name;
  }

  oldName() {
    if (this.err()) return this.random.pick(BAD_NAMES);
    if (this.used.length > 0 && this.random.chance(0.85)) return this.random.pick(this.used);
    return this.random.pick(NAMES);
  }

  escape() {
    switch (this.random.below(8)) {
      case 0:
        return '\\' + this.random.pick([...'dDsSwW']);
      case 1:
        return this.property();
      case 2:
        return '\\' + this.random.pick(['1', '2', '3', '10', '1', '1']);
      case 3:
        return '\\k' + (this.err() ? this.random.pick(['', '<', '<a', '{a}', '<>']) : `<${this.oldName()}>`);
      default:
        return this.characterEscape();
    }
  }

  characterEscape() {
    const hex = () => this.random.pick(['41', '7a', '00', 'FF']);
    const wrong = this.err() || (!this.unicode && this.random.chance(0.15));
    switch (this.random.below(8)) {
      case 0:
        return '\\' + this.random.pick([...'fnrtv']);
      case 1:
        return '\\c' + this.random.pick(wrong ? ['', '1', '_', '*', 'é', '-'] : ['a', 'Z', 'j']);
      case 2:
        return '\\0' + (wrong ? this.random.pick(['0', '1', '8', '12', '377', '7']) : '');
      case 3:
        return '\\x' + (wrong ? this.random.pick(['', '4', 'g1', '4g']) : hex());
      case 4:
        return '\\u' + (wrong ? this.random.pick(['', '0', '004', '00g1', '{', '{}', '{110000}', '{2,1}', '{61', '{g}']) : hex() + hex());
      case 5:
        if (!this.unicode && !wrong) return '\\u{' + this.random.pick(['1', '2', '01', '3,5']) + '}';
        return '\\u{' + this.random.pick(['61', '000061', '10FFFF', '1F600', 'd83d', '0']) + '}';
      case 6:
        return '\\ud83d' + this.random.pick(['', '\\ude00', '\\u0041', '\\ude0', '\\u{de00}']);
      default:
        if (wrong) return '\\' + this.random.pick([...LETTERS, ...WIDE]);
        return '\\' + this.random.pick(SYNTAX);
    }
  }

  property() {
    let name = this.random.pick(PROPERTIES);
    if (this.sets && this.random.chance(0.3)) name = this.random.pick(STRING_PROPERTIES);
    if (this.err()) name = this.random.pick([...BAD_PROPERTIES, ...STRING_PROPERTIES]);
    const head = this.random.chance(0.8) || STRING_PROPERTIES.includes(name) && !this.err() ? '\\p' : '\\P';
    if (this.err()) return head + this.random.pick(['', '{', 'L', '{L', 'Lu}', '{{L}}']);
    return `${head}{${name}}`;
  }

  classRanges() {
    let text = '[' + (this.random.chance(0.3) ? '^' : '');
    const count = this.random.below(5);
    for (let i = 0; i < count; ++i) {
      if (this.random.chance(0.3)) {
        const ends = [this.classAtom(), this.classAtom()];
        // Most ranges in order, as far as the spelling of their ends tells.
        if (!this.random.chance(0.2)) ends.sort();
        text += ends[0] + '-' + ends[1];
      } else {
        text += this.classAtom();
      }
      if (this.random.chance(0.1)) text += '-';
    }
    return text + (this.err() ? '' : ']');
  }

  classAtom() {
    switch (this.random.below(10)) {
      case 0:
        return '\\' + this.random.pick([...'dDsSwWb']);
      case 1:
        return this.property();
      case 2:
        return '\\' + this.random.pick(['-', 'b', 'c1', 'c_', '1', '07', '8', '377', '400', 'k', 'B', 'k<a>', '_', 'c']);
      case 3:
        return this.characterEscape();
      case 4:
        return this.random.pick(WIDE);
      case 5:
        return this.random.pick([...'^$.*+?()[{}|/']);
      default:
        return this.random.pick(LETTERS);
    }
  }

  classSet(depth) {
    let text = '[' + (this.random.chance(0.25) ? '^' : '');
    const operator = this.random.pick(['', '', '&&', '--']);
    const count = this.random.below(5);
    for (let i = 0; i < count; ++i) {
      if (i > 0) text += this.err() ? this.random.pick(['', '-', '&&', '--', '&&&', '---', '&']) : operator;
      text += operator === '' && this.random.chance(0.3) ? this.setRange() : this.setOperand(depth);
    }
    return text + (this.err() ? '' : ']');
  }

  setRange() {
    const ends = [this.setCharacter(), this.setCharacter()];
    if (!this.random.chance(0.2)) ends.sort();
    return ends.join('-');
  }

  setOperand(depth) {
    switch (this.random.below(8)) {
      case 0:
        if (depth > 4) return 'y';
        return this.classSet(depth + 1);
      case 1:
        return '\\' + this.random.pick([...'dDsSwW']);
      case 2:
        return this.property();
      case 3: {
        if (this.err()) return this.random.pick(['\\q', '\\q{', '\\q{a', '\\q{(}', '\\q{a-b}', '\\qa', '\\q{[a]}', '\\q{\\d}']);
        const strings = [];
        const one = this.random.chance(0.5);
        for (let i = this.random.below(4); i >= 0; --i) {
          let string = '';
          for (let n = one ? 1 : this.random.below(4); n > 0; --n) string += this.setCharacter();
          strings.push(string);
        }
        return '\\q{' + strings.join('|') + '}';
      }
      default:
        return this.setCharacter();
    }
  }

  setCharacter() {
    if (this.err()) return this.random.pick([...SYNTAX, '-', ...DOUBLES, '\\-', '\\']);
    switch (this.random.below(8)) {
      case 0:
        return '\\' + this.random.pick([...'&-!#%,:;<=>@`~']);
      case 1:
        return this.characterEscape();
      case 2:
        return this.random.pick(WIDE);
      case 3:
        return this.random.pick([...'&!#$%*+,.:;<=>?@^`~', '\\b', ...'^$.*+?']);
      default:
        return this.random.pick([...'abcdefkpquxz019 _AF']);
    }
  }
}
