a = <b c d="e" f='g&amp;"' h={i} j=<k /> l:m="n" o-p {...q} />;
a = <b
  c
  =
  "d
e" />;
// --- stdout
Program 0..91 Strict hashbang_end=0
  body:
    ExpressionStatement 0..63
      expression: AssignmentExpression 0..62 op==
        left: Identifier 0..1 name="a"
        right: JSXElement 4..62
          opening: JSXOpeningElement 4..62 SelfClosing
            name: JSXIdentifier 5..6 name="b"
            attributes:
              JSXAttribute 7..8
                name: JSXIdentifier 7..8 name="c"
              JSXAttribute 9..14
                name: JSXIdentifier 9..10 name="d"
                value: StringLiteral 11..14 value="e"
              JSXAttribute 15..26
                name: JSXIdentifier 15..16 name="f"
                value: StringLiteral 17..26 Escaped value="g&\""
              JSXAttribute 27..32
                name: JSXIdentifier 27..28 name="h"
                value: JSXExpressionContainer 29..32
                  expression: Identifier 30..31 name="i"
              JSXAttribute 33..40
                name: JSXIdentifier 33..34 name="j"
                value: JSXElement 35..40
                  opening: JSXOpeningElement 35..40 SelfClosing
                    name: JSXIdentifier 36..37 name="k"
              JSXAttribute 41..48
                name: JSXNamespacedName 41..44
                  space: JSXIdentifier 41..42 name="l"
                  name: JSXIdentifier 43..44 name="m"
                value: StringLiteral 45..48 value="n"
              JSXAttribute 49..52
                name: JSXIdentifier 49..52 name="o-p"
              JSXSpreadAttribute 53..59
                argument: Identifier 57..58 name="q"
    ExpressionStatement 64..90
      expression: AssignmentExpression 64..89 op==
        left: Identifier 64..65 name="a"
        right: JSXElement 68..89
          opening: JSXOpeningElement 68..89 SelfClosing
            name: JSXIdentifier 69..70 name="b"
            attributes:
              JSXAttribute 73..86
                name: JSXIdentifier 73..74 name="c"
                value: StringLiteral 81..86 value="d\ne"
