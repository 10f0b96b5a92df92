type A<T, U extends V = W,> = X;
interface B<in T, out U, in out V> {}
function c<const T>() {}
class D<const in out T> {}
type E<out> = F;
// --- stdout
Program 0..140 Strict hashbang_end=0
  body:
    TSTypeAliasDeclaration 0..32
      id: BindingIdentifier 5..6 name="A"
      type_parameters: TSTypeParameters 6..27
        params:
          TSTypeParameter 7..8
            name: BindingIdentifier 7..8 name="T"
          TSTypeParameter 10..25
            name: BindingIdentifier 10..11 name="U"
            constraint: TSTypeReference 20..21
              name: Identifier 20..21 name="V"
            init: TSTypeReference 24..25
              name: Identifier 24..25 name="W"
      type: TSTypeReference 30..31
        name: Identifier 30..31 name="X"
    TSInterfaceDeclaration 33..70 body_start=68
      id: BindingIdentifier 43..44 name="B"
      type_parameters: TSTypeParameters 44..67
        params:
          TSTypeParameter 45..49 In
            name: BindingIdentifier 48..49 name="T"
          TSTypeParameter 51..56 Out
            name: BindingIdentifier 55..56 name="U"
          TSTypeParameter 58..66 In Out
            name: BindingIdentifier 65..66 name="V"
    FunctionDeclaration 71..95 Strict
      id: BindingIdentifier 80..81 name="c"
      type_parameters: TSTypeParameters 81..90
        params:
          TSTypeParameter 82..89 Const
            name: BindingIdentifier 88..89 name="T"
      body: BlockStatement 93..95
    ClassDeclaration 96..122 body_start=120
      id: BindingIdentifier 102..103 name="D"
      type_parameters: TSTypeParameters 103..119
        params:
          TSTypeParameter 104..118 In Out Const
            name: BindingIdentifier 117..118 name="T"
    TSTypeAliasDeclaration 123..139
      id: BindingIdentifier 128..129 name="E"
      type_parameters: TSTypeParameters 129..134
        params:
          TSTypeParameter 130..133
            name: BindingIdentifier 130..133 name="out"
      type: TSTypeReference 137..138
        name: Identifier 137..138 name="F"
