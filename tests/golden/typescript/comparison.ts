a < b > c;
a < b > -c;
f(a < b, c > d);
f(a < b, c > (d));
a < b || c > (d);
a < (b + 1) > (c);
a<b>>c;
a<b>=c;
i < n.length;
// --- stdout
Program 0..126 Strict hashbang_end=0
  body:
    ExpressionStatement 0..10
      expression: BinaryExpression 0..9 op=>
        left: BinaryExpression 0..5 op=<
          left: Identifier 0..1 name="a"
          right: Identifier 4..5 name="b"
        right: Identifier 8..9 name="c"
    ExpressionStatement 11..22
      expression: BinaryExpression 11..21 op=>
        left: BinaryExpression 11..16 op=<
          left: Identifier 11..12 name="a"
          right: Identifier 15..16 name="b"
        right: UnaryExpression 19..21 op=-
          argument: Identifier 20..21 name="c"
    ExpressionStatement 23..39
      expression: CallExpression 23..38
        callee: Identifier 23..24 name="f"
        arguments:
          BinaryExpression 25..30 op=<
            left: Identifier 25..26 name="a"
            right: Identifier 29..30 name="b"
          BinaryExpression 32..37 op=>
            left: Identifier 32..33 name="c"
            right: Identifier 36..37 name="d"
    ExpressionStatement 40..58
      expression: CallExpression 40..57
        callee: Identifier 40..41 name="f"
        arguments:
          CallExpression 42..56
            callee: Identifier 42..43 name="a"
            type_arguments: TSTypeArguments 44..52
              params:
                TSTypeReference 46..47
                  name: Identifier 46..47 name="b"
                TSTypeReference 49..50
                  name: Identifier 49..50 name="c"
            arguments:
              Identifier 54..55 name="d"
    ExpressionStatement 59..76
      expression: LogicalExpression 59..75 op=||
        left: BinaryExpression 59..64 op=<
          left: Identifier 59..60 name="a"
          right: Identifier 63..64 name="b"
        right: BinaryExpression 68..75 op=>
          left: Identifier 68..69 name="c"
          right: Identifier 73..74 Parenthesized name="d"
    ExpressionStatement 77..95
      expression: BinaryExpression 77..94 op=>
        left: BinaryExpression 77..88 op=<
          left: Identifier 77..78 name="a"
          right: BinaryExpression 82..87 Parenthesized op=+
            left: Identifier 82..83 name="b"
            right: NumericLiteral 86..87 value=1
        right: Identifier 92..93 Parenthesized name="c"
    ExpressionStatement 96..103
      expression: BinaryExpression 96..102 op=<
        left: Identifier 96..97 name="a"
        right: BinaryExpression 98..102 op=>>
          left: Identifier 98..99 name="b"
          right: Identifier 101..102 name="c"
    ExpressionStatement 104..111
      expression: BinaryExpression 104..110 op=>=
        left: BinaryExpression 104..107 op=<
          left: Identifier 104..105 name="a"
          right: Identifier 106..107 name="b"
        right: Identifier 109..110 name="c"
    ExpressionStatement 112..125
      expression: BinaryExpression 112..124 op=<
        left: Identifier 112..113 name="i"
        right: StaticMember 116..124 name="length" name_start=118
          object: Identifier 116..117 name="n"
