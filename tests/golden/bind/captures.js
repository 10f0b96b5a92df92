function f(p) {
  const late = 1;
  var once = 2;
  const self = () => self();
  use(() => late + once + soon + p);
  const soon = 3;
  hoisted();
  function hoisted() { return late + other(); }
  function other() { return other(); }
  switch (p) {
    case 1: const inCase = 4; use(() => inCase);
    case 2: use(() => inCase); var inSwitch = 5;
  }
  return () => inSwitch;
}
// --- stdout
scope #0 Module at 0..378 Strict
  #0 Function f at 9..10 Value
scope #1 Function in #0 at 0..377 Strict SimpleParameters
  #1 Parameter p at 11..12 Captured Value
  #2 Const late at 24..28 Captured Value CapturedEarly
  #3 Var once at 40..44 Captured Value
  #4 Const self at 58..62 Captured Value
  #5 Const soon at 124..128 Captured MayUseBeforeInit Value CapturedEarly
  #6 Function hoisted at 158..165 Value
  #7 Function other at 206..211 Captured Value CapturedEarly
  #9 Var inSwitch at 333..341 Captured Value CapturedEarly
scope #2 Arrow in #1 at 65..77 Strict SimpleParameters
scope #3 Arrow in #1 at 85..113 Strict SimpleParameters
scope #4 Function in #1 at 149..194 Strict SimpleParameters
scope #5 Function in #1 at 197..233 Strict SimpleParameters
scope #6 Switch in #1 at 236..350 Strict
  #8 Const inCase at 267..273 Captured MayUseBeforeInit Value CapturedEarly
scope #7 Arrow in #6 at 283..295 Strict SimpleParameters
scope #8 Arrow in #6 at 314..326 Strict SimpleParameters
scope #9 Arrow in #1 at 360..374 Strict SimpleParameters
names
  9..10 BindingIdentifier f -> #0
  11..12 BindingIdentifier p -> #1
  24..28 BindingIdentifier late -> #2
  40..44 BindingIdentifier once -> #3
  58..62 BindingIdentifier self -> #4
  71..75 Identifier self -> #4
  81..84 Identifier use -> global
  91..95 Identifier late -> #2
  98..102 Identifier once -> #3
  105..109 Identifier soon -> #5 TdzCheck
  112..113 Identifier p -> #1
  124..128 BindingIdentifier soon -> #5
  136..143 Identifier hoisted -> #6
  158..165 BindingIdentifier hoisted -> #6
  177..181 Identifier late -> #2
  184..189 Identifier other -> #7
  206..211 BindingIdentifier other -> #7
  223..228 Identifier other -> #7
  244..245 Identifier p -> #1
  267..273 BindingIdentifier inCase -> #8
  279..282 Identifier use -> global
  289..295 Identifier inCase -> #8
  310..313 Identifier use -> global
  320..326 Identifier inCase -> #8 TdzCheck
  333..341 BindingIdentifier inSwitch -> #9
  366..374 Identifier inSwitch -> #9
