// --- more-args: --goal=script
for (let.x of r) { }
for (let of s) { }
for (var a = 1 of b) { }
for (var [c] = 1 in d) { }
for (var e = 1 in f) { }
for (async of g) { }
// --- stderr
error[P2129]: target of `for`-`of` cannot begin with `let`
 --> fail_for_of_sloppy.js:1:6
  |
1 | for (let.x of r) { }
  |      ^^^

error[P1101]: expected `;`, found `s`
 --> fail_for_of_sloppy.js:2:13
  |
2 | for (let of s) { }
  |             ^

error[P2127]: loop variable of `for`-`in` and `for`-`of` cannot have an initializer
 --> fail_for_of_sloppy.js:3:14
  |
3 | for (var a = 1 of b) { }
  |              ^

error[P2127]: loop variable of `for`-`in` and `for`-`of` cannot have an initializer
 --> fail_for_of_sloppy.js:4:16
  |
4 | for (var [c] = 1 in d) { }
  |                ^

error[P2130]: target of `for`-`of` cannot be `async`
 --> fail_for_of_sloppy.js:6:6
  |
6 | for (async of g) { }
  |      ^^^^^
