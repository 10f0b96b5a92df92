(a: string, b);
async(a: string, ...b);
(...a, b);
function c() { a; b; }
// --- stdout
scope #0 Module at 0..74 Strict
  #0 Function c at 60..61 Value
scope #1 Function in #0 at 51..73 Strict SimpleParameters
names
  12..13 Identifier b -> global
  16..21 Identifier async -> global
  36..37 Identifier b -> global
  47..48 Identifier b -> global
  60..61 BindingIdentifier c -> #0
  66..67 Identifier a -> global
  69..70 Identifier b -> global
// --- stderr
error[P1105]: expected an expression, found `:`
 --> fail_no_parameters.ts:1:3
  |
1 | (a: string, b);
  |   ^

error[P1105]: expected an expression, found `:`
 --> fail_no_parameters.ts:2:8
  |
2 | async(a: string, ...b);
  |        ^

error[P1105]: expected an expression, found `...`
 --> fail_no_parameters.ts:3:2
  |
3 | (...a, b);
  |  ^^^
