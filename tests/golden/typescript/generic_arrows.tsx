a = <T,>(b: T) => c;
a = <T extends U>(b) => c;
a = <const T,>() => c;
a = <T = U>() => c;
a = <T extends />;
a = <T extends="" />;
// --- stdout
Program 0..132 Strict hashbang_end=0
  body:
    ExpressionStatement 0..20
      expression: AssignmentExpression 0..19 op==
        left: Identifier 0..1 name="a"
        right: ArrowFunction 4..19 ExpressionBody Strict
          type_parameters: TSTypeParameters 4..8
            params:
              TSTypeParameter 5..6
                name: BindingIdentifier 5..6 name="T"
          params:
            Parameter 9..13
              pattern: BindingIdentifier 9..10 name="b"
              type: TSTypeAnnotation 10..13
                type: TSTypeReference 12..13
                  name: Identifier 12..13 name="T"
          body: Identifier 18..19 name="c"
    ExpressionStatement 21..47
      expression: AssignmentExpression 21..46 op==
        left: Identifier 21..22 name="a"
        right: ArrowFunction 25..46 ExpressionBody Strict
          type_parameters: TSTypeParameters 25..38
            params:
              TSTypeParameter 26..37
                name: BindingIdentifier 26..27 name="T"
                constraint: TSTypeReference 36..37
                  name: Identifier 36..37 name="U"
          params:
            Parameter 39..40
              pattern: BindingIdentifier 39..40 name="b"
          body: Identifier 45..46 name="c"
    ExpressionStatement 48..70
      expression: AssignmentExpression 48..69 op==
        left: Identifier 48..49 name="a"
        right: ArrowFunction 52..69 ExpressionBody Strict
          type_parameters: TSTypeParameters 52..62
            params:
              TSTypeParameter 53..60 Const
                name: BindingIdentifier 59..60 name="T"
          body: Identifier 68..69 name="c"
    ExpressionStatement 71..90
      expression: AssignmentExpression 71..89 op==
        left: Identifier 71..72 name="a"
        right: ArrowFunction 75..89 ExpressionBody Strict
          type_parameters: TSTypeParameters 75..82
            params:
              TSTypeParameter 76..81
                name: BindingIdentifier 76..77 name="T"
                init: TSTypeReference 80..81
                  name: Identifier 80..81 name="U"
          body: Identifier 88..89 name="c"
    ExpressionStatement 91..109
      expression: AssignmentExpression 91..108 op==
        left: Identifier 91..92 name="a"
        right: JSXElement 95..108
          opening: JSXOpeningElement 95..108 SelfClosing
            name: JSXIdentifier 96..97 Reference name="T"
            attributes:
              JSXAttribute 98..105
                name: JSXIdentifier 98..105 name="extends"
    ExpressionStatement 110..131
      expression: AssignmentExpression 110..130 op==
        left: Identifier 110..111 name="a"
        right: JSXElement 114..130
          opening: JSXOpeningElement 114..130 SelfClosing
            name: JSXIdentifier 115..116 Reference name="T"
            attributes:
              JSXAttribute 117..127
                name: JSXIdentifier 117..124 name="extends"
                value: StringLiteral 125..127 value=""
