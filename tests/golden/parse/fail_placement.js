// --- more-args: --goal=script
if (a) let b = 1;
if (a) const c = 1;
if (a) class D { }
if (a) function e() { }
if (a) function* f() { }
while (a) function g() { }
label: function h() { }
label: function* i() { }
while (a) label: function j() { }
if (a) async function k() { }
do let
[l] = m; while (a);
label: let
n;
// --- stderr
error[P2110]: lexical declarations must be at the top level of a program, block or function body
 --> fail_placement.js:1:8
  |
1 | if (a) let b = 1;
  |        ^^^

error[P2110]: lexical declarations must be at the top level of a program, block or function body
 --> fail_placement.js:2:8
  |
2 | if (a) const c = 1;
  |        ^^^^^

error[P2109]: classes can only be declared at the top level of a program, block or function body
 --> fail_placement.js:3:8
  |
3 | if (a) class D { }
  |        ^^^^^

error[P2108]: functions can only be declared at the top level of a program, block or function body
 --> fail_placement.js:5:8
  |
5 | if (a) function* f() { }
  |        ^^^^^^^^

error[P2108]: functions can only be declared at the top level of a program, block or function body
 --> fail_placement.js:6:11
  |
6 | while (a) function g() { }
  |           ^^^^^^^^

error[P2108]: functions can only be declared at the top level of a program, block or function body
 --> fail_placement.js:8:8
  |
8 | label: function* i() { }
  |        ^^^^^^^^

error[P2108]: functions can only be declared at the top level of a program, block or function body
 --> fail_placement.js:9:18
  |
9 | while (a) label: function j() { }
  |                  ^^^^^^^^

error[P2108]: functions can only be declared at the top level of a program, block or function body
  --> fail_placement.js:10:8
   |
10 | if (a) async function k() { }
   |        ^^^^^^^^^^^^^^

error[P2110]: lexical declarations must be at the top level of a program, block or function body
  --> fail_placement.js:11:4
   |
11 | do let
   |    ^^^
