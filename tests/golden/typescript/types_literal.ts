type A = "a" | 'b' | 1 | -1 | 2n | -2n | true | false;
type B = `a`;
type C = `a${b}c${`d${e}`}f`;
// --- stdout
Program 0..99 Strict hashbang_end=0
  body:
    TSTypeAliasDeclaration 0..54
      id: BindingIdentifier 5..6 name="A"
      type: TSUnionType 9..53
        types:
          TSLiteralType 9..12
            literal: StringLiteral 9..12 value="a"
          TSLiteralType 15..18
            literal: StringLiteral 15..18 value="b"
          TSLiteralType 21..22
            literal: NumericLiteral 21..22 value=1
          TSLiteralType 25..27
            literal: UnaryExpression 25..27 op=-
              argument: NumericLiteral 26..27 value=1
          TSLiteralType 30..32
            literal: BigIntLiteral 30..32 digits="2"
          TSLiteralType 35..38
            literal: UnaryExpression 35..38 op=-
              argument: BigIntLiteral 36..38 digits="2"
          TSLiteralType 41..45
            literal: BooleanLiteral 41..45 True
          TSLiteralType 48..53
            literal: BooleanLiteral 48..53
    TSTypeAliasDeclaration 55..68
      id: BindingIdentifier 60..61 name="B"
      type: TSLiteralType 64..67
        literal: TemplateLiteral 64..67
          quasis:
            TemplateElement 65..66 Tail cooked="a" raw="a"
    TSTypeAliasDeclaration 69..98
      id: BindingIdentifier 74..75 name="C"
      type: TSTemplateLiteralType 78..97
        quasis:
          TemplateElement 79..80 cooked="a" raw="a"
          TemplateElement 84..85 cooked="c" raw="c"
          TemplateElement 95..96 Tail cooked="f" raw="f"
        types:
          TSTypeReference 82..83
            name: Identifier 82..83 name="b"
          TSTemplateLiteralType 87..94
            quasis:
              TemplateElement 88..89 cooked="d" raw="d"
              TemplateElement 93..93 Tail cooked="" raw=""
            types:
              TSTypeReference 91..92
                name: Identifier 91..92 name="e"
