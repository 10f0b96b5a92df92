// Methods of strings, over ASCII and beyond: search, split, join, slice, pad, case, code units, iteration.
let seed = 19;
function random(n) {
  seed = (seed * 16807) % 2147483647;
  return Math.floor((seed / 2147483647) * n);
}
const words = ['alpha', 'beta', 'Gamma', 'naïve', 'straße', 'δέλτα', 'omega', 'кино', 'file.txt', '  padded  '];
const parts = [];
for (let i = 0; i < 60000; i++) parts.push(words[random(words.length)]);
const text = parts.join(' ');
const ascii = parts.map((word) => (/^[ -~]*$/.test(word) ? word : 'plain')).join(',');
console.log('lengths', text.length, ascii.length);

let split = 0;
for (let i = 0; i < 8; i++) split += text.split(' ').length + ascii.split(',').length;
console.log('split', split);

let found = 0;
for (let at = ascii.indexOf('omega'); at >= 0; at = ascii.indexOf('omega', at + 1)) found += at % 7;
for (let at = text.lastIndexOf('кино'); at > 0; at = text.lastIndexOf('кино', at - 1)) found += at % 7;
console.log('search', found, ascii.includes('not there'), text.includes('nor here'));

let pieces = 0;
for (let i = 0; i < 600000; i++) {
  const start = random(ascii.length - 20);
  const piece = ascii.slice(start, start + 12);
  if (piece.startsWith('alpha') || piece.endsWith('beta')) pieces++;
  pieces += piece.charCodeAt(3) & 1;
}
console.log('slices', pieces);

let cased = 0;
for (const word of parts) cased += word.toUpperCase().length + word.toLowerCase().trim().length + word.padStart(12, '*').length;
console.log('case', cased);

let hash = 0;
for (let i = 0; i < ascii.length; i++) hash = (hash * 31 + ascii.charCodeAt(i)) | 0;
for (const character of text) hash = (hash * 33 + character.codePointAt(0)) | 0;
console.log('hash', hash);

console.log('replaced', ascii.replaceAll('alpha', 'a').length, text.replaceAll(' ', '').length, 'ab'.repeat(500000).length);

let joined = '';
for (let i = 0; i < 400000; i++) joined += String.fromCharCode(97 + (i % 26));
let reversed = joined.split('').reverse().join('');
console.log('built', joined.length, reversed.slice(0, 20), joined < reversed, [...joined].length);

let numbers = 0;
for (let i = 0; i < 300000; i++) numbers += Number(String(i)) + parseInt(`${i}px`, 10) + (i / 3).toFixed(2).length;
console.log('numbers', numbers);
