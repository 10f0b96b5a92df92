a = <b />;
a = <b></b>;
a = <b.c.d></b.c.d>;
a = <e:f />;
a = <G-h />;
a = <this.i />;
a = <J<K> l />;
a = <></>;
// --- stdout
Program 0..114 Strict hashbang_end=0
  body:
    ExpressionStatement 0..10
      expression: AssignmentExpression 0..9 op==
        left: Identifier 0..1 name="a"
        right: JSXElement 4..9
          opening: JSXOpeningElement 4..9 SelfClosing
            name: JSXIdentifier 5..6 name="b"
    ExpressionStatement 11..23
      expression: AssignmentExpression 11..22 op==
        left: Identifier 11..12 name="a"
        right: JSXElement 15..22
          opening: JSXOpeningElement 15..18
            name: JSXIdentifier 16..17 name="b"
          closing: JSXClosingElement 18..22
            name: JSXIdentifier 20..21 name="b"
    ExpressionStatement 24..44
      expression: AssignmentExpression 24..43 op==
        left: Identifier 24..25 name="a"
        right: JSXElement 28..43
          opening: JSXOpeningElement 28..35
            name: JSXMemberExpression 29..34
              object: JSXMemberExpression 29..32
                object: JSXIdentifier 29..30 Reference name="b"
                property: JSXIdentifier 31..32 name="c"
              property: JSXIdentifier 33..34 name="d"
          closing: JSXClosingElement 35..43
            name: JSXMemberExpression 37..42
              object: JSXMemberExpression 37..40
                object: JSXIdentifier 37..38 name="b"
                property: JSXIdentifier 39..40 name="c"
              property: JSXIdentifier 41..42 name="d"
    ExpressionStatement 45..57
      expression: AssignmentExpression 45..56 op==
        left: Identifier 45..46 name="a"
        right: JSXElement 49..56
          opening: JSXOpeningElement 49..56 SelfClosing
            name: JSXNamespacedName 50..53
              space: JSXIdentifier 50..51 name="e"
              name: JSXIdentifier 52..53 name="f"
    ExpressionStatement 58..70
      expression: AssignmentExpression 58..69 op==
        left: Identifier 58..59 name="a"
        right: JSXElement 62..69
          opening: JSXOpeningElement 62..69 SelfClosing
            name: JSXIdentifier 63..66 name="G-h"
    ExpressionStatement 71..86
      expression: AssignmentExpression 71..85 op==
        left: Identifier 71..72 name="a"
        right: JSXElement 75..85
          opening: JSXOpeningElement 75..85 SelfClosing
            name: JSXMemberExpression 76..82
              object: JSXIdentifier 76..80 name="this"
              property: JSXIdentifier 81..82 name="i"
    ExpressionStatement 87..102
      expression: AssignmentExpression 87..101 op==
        left: Identifier 87..88 name="a"
        right: JSXElement 91..101
          opening: JSXOpeningElement 91..101 SelfClosing
            name: JSXIdentifier 92..93 Reference name="J"
            type_arguments: TSTypeArguments 93..96
              params:
                TSTypeReference 94..95
                  name: Identifier 94..95 name="K"
            attributes:
              JSXAttribute 97..98
                name: JSXIdentifier 97..98 name="l"
    ExpressionStatement 103..113
      expression: AssignmentExpression 103..112 op==
        left: Identifier 103..104 name="a"
        right: JSXFragment 107..112
          opening: JSXOpeningFragment 107..109
          closing: JSXClosingFragment 109..112
