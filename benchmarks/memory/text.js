// A hundred million characters, put together from small parts.
let text = '';
for (let i = 0; text.length < 100e6; i++) text += 'part ' + i + ';';
let hash = 0;
for (let i = 0; i < text.length; i += 1000) hash = (hash * 31 + text.charCodeAt(i)) | 0;
console.log(text.length, hash);
