a as B as C satisfies D;
[1] as const;
a + b as C;
a as any < c;
(a as B) = c;
[a as B, c!] = d;
<A>b;
<A><B>-c.d;
<const>["e"];
a as B ? c : d;
// --- stdout
Program 0..145 Strict hashbang_end=0
  body:
    ExpressionStatement 0..24
      expression: TSSatisfiesExpression 0..23
        expression: TSAsExpression 0..11
          expression: TSAsExpression 0..6
            expression: Identifier 0..1 name="a"
            type: TSTypeReference 5..6
              name: Identifier 5..6 name="B"
          type: TSTypeReference 10..11
            name: Identifier 10..11 name="C"
        type: TSTypeReference 22..23
          name: Identifier 22..23 name="D"
    ExpressionStatement 25..38
      expression: TSAsExpression 25..37
        expression: ArrayExpression 25..28
          elements:
            NumericLiteral 26..27 value=1
        type: TSTypeReference 32..37
          name: Identifier 32..37 name="const"
    ExpressionStatement 39..50
      expression: TSAsExpression 39..49
        expression: BinaryExpression 39..44 op=+
          left: Identifier 39..40 name="a"
          right: Identifier 43..44 name="b"
        type: TSTypeReference 48..49
          name: Identifier 48..49 name="C"
    ExpressionStatement 51..64
      expression: BinaryExpression 51..63 op=<
        left: TSAsExpression 51..59
          expression: Identifier 51..52 name="a"
          type: TSKeywordType 56..59 keyword=any
        right: Identifier 62..63 name="c"
    ExpressionStatement 65..78
      expression: AssignmentExpression 65..77 op==
        left: TSAsExpression 66..72 Parenthesized
          expression: Identifier 66..67 name="a"
          type: TSTypeReference 71..72
            name: Identifier 71..72 name="B"
        right: Identifier 76..77 name="c"
    ExpressionStatement 79..96
      expression: AssignmentExpression 79..95 op==
        left: ArrayPattern 79..91
          elements:
            TSAsExpression 80..86
              expression: Identifier 80..81 name="a"
              type: TSTypeReference 85..86
                name: Identifier 85..86 name="B"
            TSNonNullExpression 88..90
              expression: Identifier 88..89 name="c"
        right: Identifier 94..95 name="d"
    ExpressionStatement 97..102
      expression: TSTypeAssertion 97..101
        type: TSTypeReference 98..99
          name: Identifier 98..99 name="A"
        expression: Identifier 100..101 name="b"
    ExpressionStatement 103..114
      expression: TSTypeAssertion 103..113
        type: TSTypeReference 104..105
          name: Identifier 104..105 name="A"
        expression: TSTypeAssertion 106..113
          type: TSTypeReference 107..108
            name: Identifier 107..108 name="B"
          expression: UnaryExpression 109..113 op=-
            argument: StaticMember 110..113 name="d" name_start=112
              object: Identifier 110..111 name="c"
    ExpressionStatement 115..128
      expression: TSTypeAssertion 115..127
        type: TSTypeReference 116..121
          name: Identifier 116..121 name="const"
        expression: ArrayExpression 122..127
          elements:
            StringLiteral 123..126 value="e"
    ExpressionStatement 129..144
      expression: ConditionalExpression 129..143
        test: TSAsExpression 129..135
          expression: Identifier 129..130 name="a"
          type: TSTypeReference 134..135
            name: Identifier 134..135 name="B"
        consequent: Identifier 138..139 name="c"
        alternate: Identifier 142..143 name="d"
