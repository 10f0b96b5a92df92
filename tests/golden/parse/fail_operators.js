a ?? b || c;
a && b ?? c;
a ?? (b || c);
-a ** b;
(-a) ** b;
a ** -b;
delete a;
delete (a);
delete a.b;
class A { #b; m() { delete this.#b; delete (this?.#b); #b + 1; #b in this; 1 + #b in this; } }
({ __proto__: a, __proto__: b });
({ __proto__: a, __proto__: b } = c);
({ __proto__: a, "__proto__": b, ["__proto__"]: c, __proto__() { } });
({ #a: 1 });
new a?.b();
a?.b`text`;
a?.`text`;
x = y + z => 1;
// --- stderr
error[P2061]: `??` cannot be mixed with `&&` or `||` without parentheses
 --> fail_operators.js:1:3
  |
1 | a ?? b || c;
  |   ^^ ------ needs parentheses

error[P2061]: `??` cannot be mixed with `&&` or `||` without parentheses
 --> fail_operators.js:2:8
  |
2 | a && b ?? c;
  | ------ ^^
  | |
  | needs parentheses

error[P2062]: base of `**` cannot be a unary expression without parentheses
 --> fail_operators.js:4:1
  |
4 | -a ** b;
  | ^^ -- raised to a power here

error[P2063]: variables cannot be deleted in strict code
 --> fail_operators.js:7:1
  |
7 | delete a;
  | ^^^^^^^^

error[P2063]: variables cannot be deleted in strict code
 --> fail_operators.js:8:1
  |
8 | delete (a);
  | ^^^^^^^^^

error[P2064]: private members cannot be deleted
  --> fail_operators.js:10:21
   |
10 | class A { #b; m() { delete this.#b; delete (this?.#b); #b + 1; #b in this; 1 + #b in this; } }
   |                     ^^^^^^^^^^^^^^

error[P2064]: private members cannot be deleted
  --> fail_operators.js:10:37
   |
10 | class A { #b; m() { delete this.#b; delete (this?.#b); #b + 1; #b in this; 1 + #b in this; } }
   |                                     ^^^^^^^^^^^^^^^^

error[P2066]: a private name must be behind `.` or in front of `in`
  --> fail_operators.js:10:56
   |
10 | class A { #b; m() { delete this.#b; delete (this?.#b); #b + 1; #b in this; 1 + #b in this; } }
   |                                                        ^^

error[P2066]: a private name must be behind `.` or in front of `in`
  --> fail_operators.js:10:80
   |
10 | class A { #b; m() { delete this.#b; delete (this?.#b); #b + 1; #b in this; 1 + #b in this; } }
   |                                                                                ^^

error[P2065]: `__proto__` is set more than once
  --> fail_operators.js:11:18
   |
11 | ({ __proto__: a, __proto__: b });
   |    ---------     ^^^^^^^^^
   |    |
   |    first one

error[P2065]: `__proto__` is set more than once
  --> fail_operators.js:13:18
   |
13 | ({ __proto__: a, "__proto__": b, ["__proto__"]: c, __proto__() { } });
   |    ---------     ^^^^^^^^^^^
   |    |
   |    first one

error[P2067]: a private name can only name a member of a class
  --> fail_operators.js:14:4
   |
14 | ({ #a: 1 });
   |    ^^

error[P2068]: `new` cannot be applied to an optional chain
  --> fail_operators.js:15:6
   |
15 | new a?.b();
   |      ^^

error[P2069]: a template cannot be the end of an optional chain
  --> fail_operators.js:16:5
   |
16 | a?.b`text`;
   |     ^

error[P2069]: a template cannot be the end of an optional chain
  --> fail_operators.js:17:4
   |
17 | a?.`text`;
   |    ^

error[P2060]: arrow function must be in parentheses to be an operand
  --> fail_operators.js:18:11
   |
18 | x = y + z => 1;
   |           ^^
