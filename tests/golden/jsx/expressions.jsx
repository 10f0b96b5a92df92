a = b && <c />;
a = [<b />, <c />];
a = (<b>
</b>);
a = () => <b>{(c) => <d />}</b>;
a = <b /> < c;
a = b < c;
// --- stdout
Program 0..111 Strict hashbang_end=0
  body:
    ExpressionStatement 0..15
      expression: AssignmentExpression 0..14 op==
        left: Identifier 0..1 name="a"
        right: LogicalExpression 4..14 op=&&
          left: Identifier 4..5 name="b"
          right: JSXElement 9..14
            opening: JSXOpeningElement 9..14 SelfClosing
              name: JSXIdentifier 10..11 name="c"
    ExpressionStatement 16..35
      expression: AssignmentExpression 16..34 op==
        left: Identifier 16..17 name="a"
        right: ArrayExpression 20..34
          elements:
            JSXElement 21..26
              opening: JSXOpeningElement 21..26 SelfClosing
                name: JSXIdentifier 22..23 name="b"
            JSXElement 28..33
              opening: JSXOpeningElement 28..33 SelfClosing
                name: JSXIdentifier 29..30 name="c"
    ExpressionStatement 36..51
      expression: AssignmentExpression 36..50 op==
        left: Identifier 36..37 name="a"
        right: JSXElement 41..49 Parenthesized
          opening: JSXOpeningElement 41..44
            name: JSXIdentifier 42..43 name="b"
          children:
            JSXText 44..45 value="\n"
          closing: JSXClosingElement 45..49
            name: JSXIdentifier 47..48 name="b"
    ExpressionStatement 52..84
      expression: AssignmentExpression 52..83 op==
        left: Identifier 52..53 name="a"
        right: ArrowFunction 56..83 ExpressionBody Strict
          body: JSXElement 62..83
            opening: JSXOpeningElement 62..65
              name: JSXIdentifier 63..64 name="b"
            children:
              JSXExpressionContainer 65..79
                expression: ArrowFunction 66..78 ExpressionBody Strict
                  params:
                    Parameter 67..68
                      pattern: BindingIdentifier 67..68 name="c"
                  body: JSXElement 73..78
                    opening: JSXOpeningElement 73..78 SelfClosing
                      name: JSXIdentifier 74..75 name="d"
            closing: JSXClosingElement 79..83
              name: JSXIdentifier 81..82 name="b"
    ExpressionStatement 85..99
      expression: AssignmentExpression 85..98 op==
        left: Identifier 85..86 name="a"
        right: BinaryExpression 89..98 op=<
          left: JSXElement 89..94
            opening: JSXOpeningElement 89..94 SelfClosing
              name: JSXIdentifier 90..91 name="b"
          right: Identifier 97..98 name="c"
    ExpressionStatement 100..110
      expression: AssignmentExpression 100..109 op==
        left: Identifier 100..101 name="a"
        right: BinaryExpression 104..109 op=<
          left: Identifier 104..105 name="b"
          right: Identifier 108..109 name="c"
