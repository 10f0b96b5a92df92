const values = [0, -0, 1, NaN, "", "0", "1", "a", null, undefined, true, false];
for (const a of values) {
  const row = [];
  for (const b of values) {
    row.push([a < b, a <= b, a > b, a >= b, a == b, a != b, a === b, a !== b].map(Number).join(""));
  }
  console.log(row.join(" "));
}
function kind(v) {
  if (typeof v === "number") return "number";
  if (typeof v === "string") return "string";
  if (typeof v === "undefined") return "undefined";
  if (typeof v === "boolean") return "boolean";
  if (typeof v === "function") return "function";
  return typeof v === "object" ? "object" : "else";
}
console.log(values.map(kind).join(" "), kind(kind), kind({}), kind([]), kind(Symbol()));
