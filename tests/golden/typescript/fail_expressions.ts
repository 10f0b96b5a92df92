// --- args: --stop-after=parse
a<B>.c;
a<B>?.c;
a as const;
f() as const;
<const>a;
x = <T>y ** 2;
1 + <T>(x) => x;
// --- stderr
error[P3150]: instantiation expression cannot be followed by a property access
 --> fail_expressions.ts:1:2
  |
1 | a<B>.c;
  |  ^^^- accessed here

error[P3150]: instantiation expression cannot be followed by a property access
 --> fail_expressions.ts:2:2
  |
2 | a<B>?.c;
  |  ^^^-- accessed here

error[P3151]: `const` assertion can only be applied to a literal or a reference to an enum member
 --> fail_expressions.ts:3:1
  |
3 | a as const;
  | ^

error[P3151]: `const` assertion can only be applied to a literal or a reference to an enum member
 --> fail_expressions.ts:4:1
  |
4 | f() as const;
  | ^^^

error[P3151]: `const` assertion can only be applied to a literal or a reference to an enum member
 --> fail_expressions.ts:5:8
  |
5 | <const>a;
  |        ^

error[P2062]: base of `**` cannot be a unary expression without parentheses
 --> fail_expressions.ts:6:5
  |
6 | x = <T>y ** 2;
  |     ^^^^ -- raised to a power here

error[P2060]: arrow function must be in parentheses to be an operand
 --> fail_expressions.ts:7:5
  |
7 | 1 + <T>(x) => x;
  |     ^^^^^^^^^^^
