import { A, type B } from "x";
enum E { M, N = M }
namespace n { export const c: A = 1; }
namespace n { c; }
type F<T> = T extends (infer U)[] ? U : B;
declare function g(x: typeof n.c): x is F<E>;
// --- stdout
scope #0 Module at 0..198 Strict
  #0 Import A at 9..10 Value TypeMeaning UsedAsType NamespaceMeaning
  #1 Import B at 17..18 TypeMeaning TypeOnly UsedAsType NamespaceMeaning
  #2 Enum E at 36..37 Value TypeMeaning NamespaceMeaning
  #5 Namespace n at 61..62 Value NamespaceMeaning
  #7 Type F at 114..115 TypeMeaning
  #10 Function g at 169..170 Value Ambient
scope #1 Enum in #0 at 31..50 Strict
  #3 EnumMember M at 40..41 Value TypeMeaning
  #4 EnumMember N at 43..44 Value TypeMeaning
scope #2 Namespace in #0 at 51..89 Strict
  #6 Const c at 78..79 Exported Value
scope #3 Namespace in #0 at 90..108 Strict
scope #4 Type in #0 at 109..151 Strict
  #8 Type T at 116..117 TypeMeaning
scope #5 Type in #4 at 121..150 Strict
  #9 Type U at 138..139 TypeMeaning
scope #6 Function in #0 at 152..197 Strict SimpleParameters
  #11 Parameter x at 171..172 Value
names
  9..10 BindingIdentifier A -> #0
  17..18 BindingIdentifier B -> #1
  36..37 BindingIdentifier E -> #2
  40..41 IdentifierName M -> #3
  43..44 IdentifierName N -> #4
  47..48 Identifier M -> #3
  61..62 BindingIdentifier n -> #5
  78..79 BindingIdentifier c -> #6
  81..82 Identifier A -> #0 TypeReference
  100..101 BindingIdentifier n -> #5
  104..105 Identifier c -> #6
  114..115 BindingIdentifier F -> #7
  116..117 BindingIdentifier T -> #8
  121..122 Identifier T -> #8 TypeReference
  138..139 BindingIdentifier U -> #9
  145..146 Identifier U -> #9 TypeReference
  149..150 Identifier B -> #1 TypeReference
  169..170 BindingIdentifier g -> #10
  171..172 BindingIdentifier x -> #11
  181..182 Identifier n -> #5 TypeReference
  187..188 Identifier x -> #11 TypeReference
  192..193 Identifier F -> #7 TypeReference
  194..195 Identifier E -> #2 TypeReference
