a = b<C>(d);
a = b < c;
a = <D<E>>{(f as G) < 1}</D>;
// --- stdout
Program 0..54 Strict hashbang_end=0
  body:
    ExpressionStatement 0..12
      expression: AssignmentExpression 0..11 op==
        left: Identifier 0..1 name="a"
        right: CallExpression 4..11
          callee: Identifier 4..5 name="b"
          type_arguments: TSTypeArguments 5..8
            params:
              TSTypeReference 6..7
                name: Identifier 6..7 name="C"
          arguments:
            Identifier 9..10 name="d"
    ExpressionStatement 13..23
      expression: AssignmentExpression 13..22 op==
        left: Identifier 13..14 name="a"
        right: BinaryExpression 17..22 op=<
          left: Identifier 17..18 name="b"
          right: Identifier 21..22 name="c"
    ExpressionStatement 24..53
      expression: AssignmentExpression 24..52 op==
        left: Identifier 24..25 name="a"
        right: JSXElement 28..52
          opening: JSXOpeningElement 28..34
            name: JSXIdentifier 29..30 Reference name="D"
            type_arguments: TSTypeArguments 30..33
              params:
                TSTypeReference 31..32
                  name: Identifier 31..32 name="E"
          children:
            JSXExpressionContainer 34..48
              expression: BinaryExpression 35..47 op=<
                left: TSAsExpression 36..42 Parenthesized
                  expression: Identifier 36..37 name="f"
                  type: TSTypeReference 41..42
                    name: Identifier 41..42 name="G"
                right: NumericLiteral 46..47 value=1
          closing: JSXClosingElement 48..52
            name: JSXIdentifier 50..51 name="D"
