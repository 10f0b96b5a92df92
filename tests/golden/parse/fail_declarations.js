const a;
const [b];
let { c };
let d, e = 1, { f };
for (const g;;) { }
for (let h = 1 of i) { }
for (let j = 1 in k) { }
for (let l, m of n) { }
for (let o of p, q) { }
for (let.x of r) { }
for (let of s) { }
for (async of t) { }
// --- stderr
error[P2120]: constant `a` needs a value
 --> fail_declarations.js:1:7
  |
1 | const a;
  |       ^

error[P2122]: a pattern needs a value to take apart
 --> fail_declarations.js:2:7
  |
2 | const [b];
  |       ^^^

error[P2122]: a pattern needs a value to take apart
 --> fail_declarations.js:3:5
  |
3 | let { c };
  |     ^^^^^

error[P2122]: a pattern needs a value to take apart
 --> fail_declarations.js:4:15
  |
4 | let d, e = 1, { f };
  |               ^^^^^

error[P2120]: constant `g` needs a value
 --> fail_declarations.js:5:12
  |
5 | for (const g;;) { }
  |            ^

error[P2127]: loop variable of `for`-`in` and `for`-`of` cannot have an initializer
 --> fail_declarations.js:6:14
  |
6 | for (let h = 1 of i) { }
  |              ^

error[P2127]: loop variable of `for`-`in` and `for`-`of` cannot have an initializer
 --> fail_declarations.js:7:14
  |
7 | for (let j = 1 in k) { }
  |              ^

error[P2128]: `for`-`in` and `for`-`of` take a single loop variable
 --> fail_declarations.js:8:6
  |
8 | for (let l, m of n) { }
  |      ^^^^^^^^

error[P1123]: `for` takes a single expression behind `of`
 --> fail_declarations.js:9:16
  |
9 | for (let o of p, q) { }
  |                ^

error[P2001]: `let` is reserved in strict code
  --> fail_declarations.js:10:6
   |
10 | for (let.x of r) { }
   |      ^^^

error[P2129]: target of `for`-`of` cannot begin with `let`
  --> fail_declarations.js:10:6
   |
10 | for (let.x of r) { }
   |      ^^^

error[P1101]: expected `;`, found `s`
  --> fail_declarations.js:11:13
   |
11 | for (let of s) { }
   |             ^

error[P2130]: target of `for`-`of` cannot be `async`
  --> fail_declarations.js:12:6
   |
12 | for (async of t) { }
   |      ^^^^^
