// `%` by constants, with every sort of dividend.
const dividends = [
  0, -0, 1, -1, 7, -7, 7.5, -7.5, 0.1, 2147483647, 2147483648, 4294967295, 4294967296, -2147483648,
  9007199254740991, 9007199254740992, 9007199254740994, 1e300, -1e300, 5e-324, Infinity, -Infinity, NaN,
  9223372036854775807, 18446744073709551616, 1103515245 * 2147483647,
];
const show = (value) => (Object.is(value, -0) ? "-0" : String(value));
function all(a) {
  return [a % 1, a % 2, a % 3, a % 10, a % 97, a % 65536, a % 1000003, a % 2147483648, a % 4294967296,
    a % 9007199254740991, a % 9007199254740992, a % 1e300, a % 0.5, a % -3, a % 0, a % Infinity, a % NaN];
}
for (let i = 0; i < dividends.length; i++) console.log(show(dividends[i]) + ":", all(dividends[i]).map(show).join(" "));
for (const d of [3, -3, 2147483648, 9007199254740991, 0.5, 0, -0, Infinity])
  console.log(d + ":", dividends.map((a) => show(a % d)).join(" "));
let seed = 1;
for (let i = 0; i < 1000; i++) seed = (seed * 1103515245 + 12345) % 2147483648;
console.log(seed);
