type A<T> = T extends string ? 1 : T extends number ? 2 : 3;
type B<T> = T extends () => infer R extends string ? R : never ? 1 : 2;
type C = (D extends E ? F : G)[];
// --- stdout
Program 0..167 Strict hashbang_end=0
  body:
    TSTypeAliasDeclaration 0..60
      id: BindingIdentifier 5..6 name="A"
      type_parameters: TSTypeParameters 6..9
        params:
          TSTypeParameter 7..8
            name: BindingIdentifier 7..8 name="T"
      type: TSConditionalType 12..59
        check: TSTypeReference 12..13
          name: Identifier 12..13 name="T"
        extends: TSKeywordType 22..28 keyword=string
        true_type: TSLiteralType 31..32
          literal: NumericLiteral 31..32 value=1
        false_type: TSConditionalType 35..59
          check: TSTypeReference 35..36
            name: Identifier 35..36 name="T"
          extends: TSKeywordType 45..51 keyword=number
          true_type: TSLiteralType 54..55
            literal: NumericLiteral 54..55 value=2
          false_type: TSLiteralType 58..59
            literal: NumericLiteral 58..59 value=3
    TSTypeAliasDeclaration 61..132
      id: BindingIdentifier 66..67 name="B"
      type_parameters: TSTypeParameters 67..70
        params:
          TSTypeParameter 68..69
            name: BindingIdentifier 68..69 name="T"
      type: TSConditionalType 73..131
        check: TSTypeReference 73..74
          name: Identifier 73..74 name="T"
        extends: TSFunctionType 83..123
          return_type: TSTypeAnnotation 86..123
            type: TSConditionalType 89..123
              check: TSInferType 89..96
                parameter: TSTypeParameter 95..96
                  name: BindingIdentifier 95..96 name="R"
              extends: TSKeywordType 105..111 keyword=string
              true_type: TSTypeReference 114..115
                name: Identifier 114..115 name="R"
              false_type: TSKeywordType 118..123 keyword=never
        true_type: TSLiteralType 126..127
          literal: NumericLiteral 126..127 value=1
        false_type: TSLiteralType 130..131
          literal: NumericLiteral 130..131 value=2
    TSTypeAliasDeclaration 133..166
      id: BindingIdentifier 138..139 name="C"
      type: TSArrayType 142..165
        element: TSConditionalType 143..162 Parenthesized
          check: TSTypeReference 143..144
            name: Identifier 143..144 name="D"
          extends: TSTypeReference 153..154
            name: Identifier 153..154 name="E"
          true_type: TSTypeReference 157..158
            name: Identifier 157..158 name="F"
          false_type: TSTypeReference 161..162
            name: Identifier 161..162 name="G"
