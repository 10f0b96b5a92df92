a = <T,>(b) => c;
a = <T extends U>(b) => c;
a = <T, U>(b) => c;
// --- stdout
Program 0..65 Strict hashbang_end=0
  body:
    ExpressionStatement 0..17
      expression: AssignmentExpression 0..16 op==
        left: Identifier 0..1 name="a"
        right: ArrowFunction 4..16 ExpressionBody Strict
          type_parameters: TSTypeParameters 4..8
            params:
              TSTypeParameter 5..6
                name: BindingIdentifier 5..6 name="T"
          params:
            Parameter 9..10
              pattern: BindingIdentifier 9..10 name="b"
          body: Identifier 15..16 name="c"
    ExpressionStatement 18..44
      expression: AssignmentExpression 18..43 op==
        left: Identifier 18..19 name="a"
        right: ArrowFunction 22..43 ExpressionBody Strict
          type_parameters: TSTypeParameters 22..35
            params:
              TSTypeParameter 23..34
                name: BindingIdentifier 23..24 name="T"
                constraint: TSTypeReference 33..34
                  name: Identifier 33..34 name="U"
          params:
            Parameter 36..37
              pattern: BindingIdentifier 36..37 name="b"
          body: Identifier 42..43 name="c"
    ExpressionStatement 45..64
      expression: AssignmentExpression 45..63 op==
        left: Identifier 45..46 name="a"
        right: ArrowFunction 49..63 ExpressionBody Strict
          type_parameters: TSTypeParameters 49..55
            params:
              TSTypeParameter 50..51
                name: BindingIdentifier 50..51 name="T"
              TSTypeParameter 53..54
                name: BindingIdentifier 53..54 name="U"
          params:
            Parameter 56..57
              pattern: BindingIdentifier 56..57 name="b"
          body: Identifier 62..63 name="c"
