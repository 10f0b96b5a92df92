return;
break;
continue;
a: { break a; continue a; }
b: for (;;) { continue b; function f() { break b; } }
c: d: for (;;) { continue c; }
e: { e: ; }
while (1) { break f; }
() => { while (1) break; break; };
with (a) { }
switch (a) { default: break; case 1: continue; default: }
// --- stderr
error[P2100]: `return` is only allowed in functions
 --> fail_jumps.js:1:1
  |
1 | return;
  | ^^^^^^

error[P2101]: `break` is only allowed in loops and `switch`
 --> fail_jumps.js:2:1
  |
2 | break;
  | ^^^^^

error[P2102]: `continue` is only allowed in loops
 --> fail_jumps.js:3:1
  |
3 | continue;
  | ^^^^^^^^

error[P2104]: `continue` needs the label of a loop, which `a` is not
 --> fail_jumps.js:4:24
  |
4 | a: { break a; continue a; }
  | -                      ^
  | |
  | labels no loop

error[P2103]: label `b` is not defined around this statement
 --> fail_jumps.js:5:48
  |
5 | b: for (;;) { continue b; function f() { break b; } }
  |                                                ^

error[P2105]: label `e` has already been used around this statement
 --> fail_jumps.js:7:6
  |
7 | e: { e: ; }
  | -    ^
  | |
  | first one

error[P2103]: label `f` is not defined around this statement
 --> fail_jumps.js:8:19
  |
8 | while (1) { break f; }
  |                   ^

error[P2101]: `break` is only allowed in loops and `switch`
 --> fail_jumps.js:9:26
  |
9 | () => { while (1) break; break; };
  |                          ^^^^^

error[P2106]: `with` is not allowed in strict code
  --> fail_jumps.js:10:1
   |
10 | with (a) { }
   | ^^^^

error[P2102]: `continue` is only allowed in loops
  --> fail_jumps.js:11:38
   |
11 | switch (a) { default: break; case 1: continue; default: }
   |                                      ^^^^^^^^

error[P2107]: `switch` has more than one `default`
  --> fail_jumps.js:11:48
   |
11 | switch (a) { default: break; case 1: continue; default: }
   |              -------                           ^^^^^^^
   |              |
   |              first one
