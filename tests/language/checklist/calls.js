// L06: functions of one name in many scopes.
function* iterator() { yield "outer"; }
const scopes = [];
{
  async function* iterator() { yield 1; yield 2; }
  scopes.push(iterator);
}
{
  async function* iterator() { yield 3; }
  scopes.push(iterator);
}
function holder() {
  function iterator() { return "inner"; }
  return iterator();
}
console.log([...iterator()], holder(), scopes[0] === scopes[1]);
(async () => {
  for (const scope of scopes) for await (const v of scope()) console.log(scope.name, v);
})();

// L13, L14: push with spread, on a property of the receiver too.
class Path {
  constructor() { this._path = ["a"]; this._cached = []; this._key = "k"; }
  get path() {
    if (!this._cached.length) console.log(this._cached.push(...this._path, this._key));
    return this._cached;
  }
}
const p = new Path();
console.log(p.path, p.path === p.path);
const list = [1, 2];
console.log(list.push(0, ...[3, 4], 5, ..."xy"), list);
console.log(list.push(...list), list.length, list.push(...[]), list.push(...new Set([1, 1])));
const frozen = Object.freeze([1]);
try { frozen.push(...[2]); } catch (e) { console.log(e.name); }

// L16: many arguments, through every kind of call; a rest parameter takes them once.
const rest = (...all) => all.length + ":" + all[0] + ":" + all[all.length - 1];
const space = { rest, nested: { rest } };
class Static { static rest(...all) { return rest(...all); } }
function viaArguments() { return arguments.length; }
for (const count of [0, 1, 16, 17, 52, 300]) {
  const args = Array.from({ length: count }, (_, i) => i);
  console.log(rest(...args), space.rest(...args), space.nested.rest.apply(null, args),
              Static.rest(...args), Reflect.apply(rest, null, args), viaArguments(...args));
}
console.log(space.rest(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
  26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51));
console.log(((a, ...b) => [a, b.length])(...Array(52).keys()), Math.max(...Array(300).keys()));
