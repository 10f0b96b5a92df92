a!.b![0]!();
a! !== b;
a!=b;
a! as B;
// --- stdout
Program 0..38 Strict hashbang_end=0
  body:
    ExpressionStatement 0..12
      expression: CallExpression 0..11
        callee: TSNonNullExpression 0..9
          expression: ComputedMember 0..8
            object: TSNonNullExpression 0..5
              expression: StaticMember 0..4 name="b" name_start=3
                object: TSNonNullExpression 0..2
                  expression: Identifier 0..1 name="a"
            property: NumericLiteral 6..7 value=0
    ExpressionStatement 13..22
      expression: BinaryExpression 13..21 op=!==
        left: TSNonNullExpression 13..15
          expression: Identifier 13..14 name="a"
        right: Identifier 20..21 name="b"
    ExpressionStatement 23..28
      expression: BinaryExpression 23..27 op=!=
        left: Identifier 23..24 name="a"
        right: Identifier 26..27 name="b"
    ExpressionStatement 29..37
      expression: TSAsExpression 29..36
        expression: TSNonNullExpression 29..31
          expression: Identifier 29..30 name="a"
        type: TSTypeReference 35..36
          name: Identifier 35..36 name="B"
