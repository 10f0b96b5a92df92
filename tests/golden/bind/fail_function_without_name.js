function outer() {}
let variable = 1;
function {
  outer();
  variable;
}
// --- stdout
scope #0 Module at 0..74 Strict
  #0 Function outer at 9..14 Captured Value
  #1 Let variable at 24..32 Captured MayUseBeforeInit Value CapturedEarly
scope #1 Function in #0 at 0..19 Strict SimpleParameters
scope #2 Function in #0 at 38..73 Strict SimpleParameters
names
  9..14 BindingIdentifier outer -> #0
  24..32 BindingIdentifier variable -> #1
  51..56 Identifier outer -> #0
  62..70 Identifier variable -> #1 TdzCheck
// --- stderr
error[P1101]: expected a name, found `{`
 --> fail_function_without_name.js:3:10
  |
3 | function {
  |          ^
