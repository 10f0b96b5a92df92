// Exceptions thrown and caught a few calls away, errors with their stacks.
class ParseError extends Error {
  constructor(message, at) {
    super(message);
    this.at = at;
  }
}

function digit(text, at) {
  const code = text.charCodeAt(at) - 48;
  if (code < 0 || code > 9) throw new ParseError("not a digit", at);
  return code;
}

function number(text) {
  let value = 0;
  for (let i = 0; i < text.length; i++) value = value * 10 + digit(text, i);
  return value;
}

function orZero(text) {
  try {
    return number(text);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return -error.at;
  }
}

let total = 0;
for (let i = 0; i < 40000; i++) total += orZero(i % 4 === 0 ? "12x4" : "1234");
console.log(total);
