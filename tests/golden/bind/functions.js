// --- more-args: --goal=script
function f(a, b = () => c) {
  var a, c;
  return () => arguments[0] + a + this.x;
}
(function g() { g = 1; });
{ function h() {} }
h();
function i() {
  { function arguments() {} }
  return arguments;
}
// --- stdout
scope #0 Global at 0..204
  #0 Function f at 9..10 Value
  #8 Function i at 146..147 Value
  #11 Var h at 123..124 Reassigned Value AnnexBFunction TopLevelReassignedOnly
scope #1 Function in #0 at 0..84 UsesThis UsesArguments
  #1 Parameter a at 11..12 Value
  #2 Parameter b at 14..15 Value
  #5 Implicit arguments at nowhere Captured Value
scope #2 Arrow in #1 at 18..25 SimpleParameters
scope #3 FunctionBody in #1 at 27..84
  #3 Var a at 35..36 Captured Value InitializedFromParameter
  #4 Var c at 38..39 Value
scope #4 Arrow in #3 at 50..81 SimpleParameters
scope #5 FunctionName in #0 at 86..109
  #6 FunctionName g at 95..96 Reassigned Value TopLevelReassignedOnly
scope #6 Function in #5 at 86..109 SimpleParameters
scope #7 Block in #0 at 112..131
  #7 BlockFunction h at 123..124 Value AnnexBFunction
scope #8 Function in #7 at 114..129 SimpleParameters
scope #9 Function in #0 at 137..203 UsesArguments SimpleParameters MappedArguments
  #10 Implicit arguments at nowhere Value
scope #10 Block in #9 at 154..181
  #9 BlockFunction arguments at 165..174 Value
scope #11 Function in #10 at 156..179 SimpleParameters
names
  9..10 BindingIdentifier f -> #0
  11..12 BindingIdentifier a -> #1
  14..15 BindingIdentifier b -> #2
  24..25 Identifier c -> global
  35..36 BindingIdentifier a -> #3
  38..39 BindingIdentifier c -> #4
  56..65 Identifier arguments -> #5
  71..72 Identifier a -> #3
  95..96 BindingIdentifier g -> #6
  101..102 Identifier g -> #6 Write
  123..124 BindingIdentifier h -> #7
  132..133 Identifier h -> #11
  146..147 BindingIdentifier i -> #8
  165..174 BindingIdentifier arguments -> #9
  191..200 Identifier arguments -> #10
