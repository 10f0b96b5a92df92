// --- more-args: --goal=script
var a;
with (a) { a; b; }
function f(c) {
  eval("");
  return () => a + c;
}
// --- stdout
scope #0 Global at 0..78 ContainsDirectEval
  #0 Var a at 4..5 Captured Value DynamicallyVisible
  #1 Function f at 35..36 Value DynamicallyVisible
scope #1 With in #0 at 7..25
scope #2 Function in #0 at 26..77 DirectEval UsesThis UsesArguments UsesNewTarget SimpleParameters MappedArguments ContainsDirectEval
  #2 Parameter c at 37..38 Captured Value DynamicallyVisible
  #3 Implicit arguments at nowhere Value DynamicallyVisible
scope #3 Arrow in #2 at 63..74 SimpleParameters
names
  4..5 BindingIdentifier a -> #0
  13..14 Identifier a -> #0
  18..19 Identifier a -> #0 DynamicLookup
  21..22 Identifier b -> global DynamicLookup
  35..36 BindingIdentifier f -> #1
  37..38 BindingIdentifier c -> #2
  44..48 Identifier eval -> global DynamicLookup
  69..70 Identifier a -> #0 DynamicLookup
  73..74 Identifier c -> #2
