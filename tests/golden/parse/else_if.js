// --- more-args: --dump=ast
if (a) b;
else if (c) d;
else if (e) { }
else f;
// --- stdout
Program 0..49 Strict hashbang_end=0
  body:
    IfStatement 0..48
      test: Identifier 4..5 name="a"
      consequent: ExpressionStatement 7..9
        expression: Identifier 7..8 name="b"
      alternate: IfStatement 15..48
        test: Identifier 19..20 name="c"
        consequent: ExpressionStatement 22..24
          expression: Identifier 22..23 name="d"
        alternate: IfStatement 30..48
          test: Identifier 34..35 name="e"
          consequent: BlockStatement 37..40
          alternate: ExpressionStatement 46..48
            expression: Identifier 46..47 name="f"
