// --- more-args: --dump=ast
a + b * c ** d ** e - f;
a ?? b ?? c, a || b && c;
-(-a), typeof void delete a.b, !~a;
a = b ||= c ? d : e ? f : g;
a in b instanceof c > d >>> e >= f;
i++, --j;
// --- stdout
Program 0..162 Strict hashbang_end=0
  body:
    ExpressionStatement 0..24
      expression: BinaryExpression 0..23 op=-
        left: BinaryExpression 0..19 op=+
          left: Identifier 0..1 name="a"
          right: BinaryExpression 4..19 op=*
            left: Identifier 4..5 name="b"
            right: BinaryExpression 8..19 op=**
              left: Identifier 8..9 name="c"
              right: BinaryExpression 13..19 op=**
                left: Identifier 13..14 name="d"
                right: Identifier 18..19 name="e"
        right: Identifier 22..23 name="f"
    ExpressionStatement 25..50
      expression: SequenceExpression 25..49
        expressions:
          LogicalExpression 25..36 op=??
            left: LogicalExpression 25..31 op=??
              left: Identifier 25..26 name="a"
              right: Identifier 30..31 name="b"
            right: Identifier 35..36 name="c"
          LogicalExpression 38..49 op=||
            left: Identifier 38..39 name="a"
            right: LogicalExpression 43..49 op=&&
              left: Identifier 43..44 name="b"
              right: Identifier 48..49 name="c"
    ExpressionStatement 51..86
      expression: SequenceExpression 51..85
        expressions:
          UnaryExpression 51..56 op=-
            argument: UnaryExpression 53..55 Parenthesized op=-
              argument: Identifier 54..55 name="a"
          UnaryExpression 58..80 op=typeof
            argument: UnaryExpression 65..80 op=void
              argument: UnaryExpression 70..80 op=delete
                argument: StaticMember 77..80 name="b" name_start=79
                  object: Identifier 77..78 name="a"
          UnaryExpression 82..85 op=!
            argument: UnaryExpression 83..85 op=~
              argument: Identifier 84..85 name="a"
    ExpressionStatement 87..115
      expression: AssignmentExpression 87..114 op==
        left: Identifier 87..88 name="a"
        right: AssignmentExpression 91..114 op=||=
          left: Identifier 91..92 name="b"
          right: ConditionalExpression 97..114
            test: Identifier 97..98 name="c"
            consequent: Identifier 101..102 name="d"
            alternate: ConditionalExpression 105..114
              test: Identifier 105..106 name="e"
              consequent: Identifier 109..110 name="f"
              alternate: Identifier 113..114 name="g"
    ExpressionStatement 116..151
      expression: BinaryExpression 116..150 op=>=
        left: BinaryExpression 116..145 op=>
          left: BinaryExpression 116..135 op=instanceof
            left: BinaryExpression 116..122 op=in
              left: Identifier 116..117 name="a"
              right: Identifier 121..122 name="b"
            right: Identifier 134..135 name="c"
          right: BinaryExpression 138..145 op=>>>
            left: Identifier 138..139 name="d"
            right: Identifier 144..145 name="e"
        right: Identifier 149..150 name="f"
    ExpressionStatement 152..161
      expression: SequenceExpression 152..160
        expressions:
          UpdateExpression 152..155 op=++
            argument: Identifier 152..153 name="i"
          UpdateExpression 157..160 Prefix op=--
            argument: Identifier 159..160 name="j"
