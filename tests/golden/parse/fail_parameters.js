// --- more-args: --goal=script
(1) => a;
(a.b) => a;
((a)) => a;
([a.b]) => a;
(a, ...b, c) => a;
(...a,) => a;
(...a = 1) => a;
function f(...a, b) { }
function* g(a = yield) { }
async function h(a = await 1) { }
function* i() { (a = yield) => a; }
async function j() { (a = await 1) => a; }
async (a = await) => a;
async (await) => a;
async await => a;
function k(a = 1) { "use strict"; }
(a, ...b) => { "use strict"; };
({ get a(b) { }, set c(d, e) { }, set f(...g) { } });
// --- stderr
error[P2040]: parameter must be a name or pattern
 --> fail_parameters.js:1:2
  |
1 | (1) => a;
  |  ^

error[P2040]: parameter must be a name or pattern
 --> fail_parameters.js:2:2
  |
2 | (a.b) => a;
  |  ^^^

error[P2040]: parameter must be a name or pattern
 --> fail_parameters.js:3:3
  |
3 | ((a)) => a;
  |   ^

error[P2040]: parameter must be a name or pattern
 --> fail_parameters.js:4:3
  |
4 | ([a.b]) => a;
  |   ^^^

error[P2028]: rest element must be the last one
 --> fail_parameters.js:5:5
  |
5 | (a, ...b, c) => a;
  |     ^^^

error[P2029]: rest element cannot be followed by a comma
 --> fail_parameters.js:6:2
  |
6 | (...a,) => a;
  |  ^^^

error[P2030]: rest element cannot have an initializer
 --> fail_parameters.js:7:5
  |
7 | (...a = 1) => a;
  |     ^^^^^

error[P2028]: rest element must be the last one
 --> fail_parameters.js:8:12
  |
8 | function f(...a, b) { }
  |            ^^^

error[P2041]: `yield` is not allowed in parameters
 --> fail_parameters.js:9:17
  |
9 | function* g(a = yield) { }
  |                 ^^^^^

error[P2042]: `await` is not allowed in parameters
  --> fail_parameters.js:10:22
   |
10 | async function h(a = await 1) { }
   |                      ^^^^^

error[P2041]: `yield` is not allowed in parameters
  --> fail_parameters.js:11:22
   |
11 | function* i() { (a = yield) => a; }
   |                      ^^^^^

error[P2042]: `await` is not allowed in parameters
  --> fail_parameters.js:12:27
   |
12 | async function j() { (a = await 1) => a; }
   |                           ^^^^^

error[P2003]: `await` cannot be a name in an async function
  --> fail_parameters.js:13:12
   |
13 | async (a = await) => a;
   |            ^^^^^

error[P2003]: `await` cannot be a name in an async function
  --> fail_parameters.js:14:8
   |
14 | async (await) => a;
   |        ^^^^^

error[P2003]: `await` cannot be a name in an async function
  --> fail_parameters.js:15:7
   |
15 | async await => a;
   |       ^^^^^

error[P2043]: `"use strict"` is not allowed in a function with patterns, defaults or rest in its parameters
  --> fail_parameters.js:16:21
   |
16 | function k(a = 1) { "use strict"; }
   |                     ^^^^^^^^^^^^

error[P2043]: `"use strict"` is not allowed in a function with patterns, defaults or rest in its parameters
  --> fail_parameters.js:17:16
   |
17 | (a, ...b) => { "use strict"; };
   |                ^^^^^^^^^^^^

error[P2045]: getter cannot have parameters
  --> fail_parameters.js:18:9
   |
18 | ({ get a(b) { }, set c(d, e) { }, set f(...g) { } });
   |         ^^^

error[P2046]: setter must have exactly one parameter
  --> fail_parameters.js:18:23
   |
18 | ({ get a(b) { }, set c(d, e) { }, set f(...g) { } });
   |                       ^^^^^^

error[P2047]: parameter of a setter cannot be a rest parameter
  --> fail_parameters.js:18:41
   |
18 | ({ get a(b) { }, set c(d, e) { }, set f(...g) { } });
   |                                         ^^^^
