f();
g;
let a = 1;
function f() { return a; }
function g() { return a; }
g();
const h = () => h;
for (const i of i) i;
// --- stdout
scope #0 Module at 0..119 Strict
  #0 Let a at 12..13 Captured MayUseBeforeInit Value CapturedEarly
  #1 Function f at 28..29 Value
  #2 Function g at 55..56 Value
  #3 Const h at 84..85 Captured Value
scope #1 Function in #0 at 19..45 Strict SimpleParameters
scope #2 Function in #0 at 46..72 Strict SimpleParameters
scope #3 Arrow in #0 at 88..95 Strict SimpleParameters
scope #4 For in #0 at 97..118 Strict InLoop
  #4 Const i at 108..109 MayUseBeforeInit Value
names
  0..1 Identifier f -> #1
  5..6 Identifier g -> #2
  12..13 BindingIdentifier a -> #0
  28..29 BindingIdentifier f -> #1
  41..42 Identifier a -> #0 TdzCheck
  55..56 BindingIdentifier g -> #2
  68..69 Identifier a -> #0 TdzCheck
  73..74 Identifier g -> #2
  84..85 BindingIdentifier h -> #3
  94..95 Identifier h -> #3
  108..109 BindingIdentifier i -> #4
  113..114 Identifier i -> #4 TdzCheck
  116..117 Identifier i -> #4
