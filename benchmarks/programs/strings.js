// Texts put together piece by piece, taken apart, and looked at letter by letter.
function build(lines) {
  let text = "";
  for (let i = 0; i < lines; i++) text += "line " + i + ": " + (i * i) % 97 + "\n";
  return text;
}

function hash(text) {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0;
  return sum;
}

function capitals(text) {
  const words = text.split(" ");
  const result = [];
  for (const word of words) result.push(word[0].toUpperCase() + word.slice(1));
  return result.join("_");
}

let total = 0;
for (let round = 0; round < 8; round++) {
  const text = build(60000);
  total = (total + hash(text)) | 0;
  total = (total + hash(capitals(text))) | 0;
}
console.log(total);
