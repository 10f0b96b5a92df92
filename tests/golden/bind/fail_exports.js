// --- args: --stop-after=bind
export let a;
export { a };
export { b, Object };
export default 1;
export { a as default };
// --- stderr
error[P2520]: `a` has already been exported
 --> fail_exports.js:2:10
  |
1 | export let a;
  |            - first exported here
2 | export { a };
  |          ^

error[P2521]: exported name `b` is not declared in this module
 --> fail_exports.js:3:10
  |
3 | export { b, Object };
  |          ^

error[P2521]: exported name `Object` is not declared in this module
 --> fail_exports.js:3:13
  |
3 | export { b, Object };
  |             ^^^^^^

error[P2520]: `default` has already been exported
 --> fail_exports.js:5:15
  |
4 | export default 1;
  | -------------- first exported here
5 | export { a as default };
  |               ^^^^^^^
