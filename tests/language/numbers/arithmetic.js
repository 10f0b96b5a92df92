// Numbers in every representation that code keeps them in.
function operators(a, b) {
  return [a + b, a - b, a * b, a / b, a % b, a ** 2, a & b, a | b, a ^ b, a << b, a >> b, a >>> b];
}
const values = [0, -0, 1, -1, 7.5, -7.5, 2 ** 31, -(2 ** 31), 2 ** 32 + 3, 1e300, NaN, Infinity, -Infinity];
for (const a of values) {
  for (const b of [0, -0, 3, -2.5, 33, NaN, Infinity]) {
    console.log(operators(a, b).map((v) => (Object.is(v, -0) ? "-0" : String(v))).join(" "));
  }
}
for (const a of values) {
  let x = a;
  x++;
  let y = a;
  --y;
  console.log(String(x), String(y), String(-a), String(~a), String(+a), !a);
}
