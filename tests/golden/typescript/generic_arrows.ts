a = <T>(b: T) => c;
a = <T,>(b) => c;
a = async <T>(b): Promise<T> => c;
a = <T>(b);
a = <T>(b) + c;
a = <const T extends U>(b) => c;
// --- stdout
Program 0..134 Strict hashbang_end=0
  body:
    ExpressionStatement 0..19
      expression: AssignmentExpression 0..18 op==
        left: Identifier 0..1 name="a"
        right: ArrowFunction 4..18 ExpressionBody Strict
          type_parameters: TSTypeParameters 4..7
            params:
              TSTypeParameter 5..6
                name: BindingIdentifier 5..6 name="T"
          params:
            Parameter 8..12
              pattern: BindingIdentifier 8..9 name="b"
              type: TSTypeAnnotation 9..12
                type: TSTypeReference 11..12
                  name: Identifier 11..12 name="T"
          body: Identifier 17..18 name="c"
    ExpressionStatement 20..37
      expression: AssignmentExpression 20..36 op==
        left: Identifier 20..21 name="a"
        right: ArrowFunction 24..36 ExpressionBody Strict
          type_parameters: TSTypeParameters 24..28
            params:
              TSTypeParameter 25..26
                name: BindingIdentifier 25..26 name="T"
          params:
            Parameter 29..30
              pattern: BindingIdentifier 29..30 name="b"
          body: Identifier 35..36 name="c"
    ExpressionStatement 38..72
      expression: AssignmentExpression 38..71 op==
        left: Identifier 38..39 name="a"
        right: ArrowFunction 42..71 Async ExpressionBody Strict
          type_parameters: TSTypeParameters 48..51
            params:
              TSTypeParameter 49..50
                name: BindingIdentifier 49..50 name="T"
          params:
            Parameter 52..53
              pattern: BindingIdentifier 52..53 name="b"
          return_type: TSTypeAnnotation 54..66
            type: TSTypeReference 56..66
              name: Identifier 56..63 name="Promise"
              type_arguments: TSTypeArguments 63..66
                params:
                  TSTypeReference 64..65
                    name: Identifier 64..65 name="T"
          body: Identifier 70..71 name="c"
    ExpressionStatement 73..84
      expression: AssignmentExpression 73..83 op==
        left: Identifier 73..74 name="a"
        right: TSTypeAssertion 77..83
          type: TSTypeReference 78..79
            name: Identifier 78..79 name="T"
          expression: Identifier 81..82 Parenthesized name="b"
    ExpressionStatement 85..100
      expression: AssignmentExpression 85..99 op==
        left: Identifier 85..86 name="a"
        right: BinaryExpression 89..99 op=+
          left: TSTypeAssertion 89..95
            type: TSTypeReference 90..91
              name: Identifier 90..91 name="T"
            expression: Identifier 93..94 Parenthesized name="b"
          right: Identifier 98..99 name="c"
    ExpressionStatement 101..133
      expression: AssignmentExpression 101..132 op==
        left: Identifier 101..102 name="a"
        right: ArrowFunction 105..132 ExpressionBody Strict
          type_parameters: TSTypeParameters 105..124
            params:
              TSTypeParameter 106..123 Const
                name: BindingIdentifier 112..113 name="T"
                constraint: TSTypeReference 122..123
                  name: Identifier 122..123 name="U"
          params:
            Parameter 125..126
              pattern: BindingIdentifier 125..126 name="b"
          body: Identifier 131..132 name="c"
