// --- more-args: --dump=ast
[a, , { b: c = 1, d, e = 2, ...f }, [g.h] = i, ...j] = k;
const { [l]: m, "n": o, 1: p } = q;
for ({ r = 1 } of s);
({ t = 1 } = u) => v;
// --- stdout
Program 0..138 Strict hashbang_end=0
  body:
    ExpressionStatement 0..57
      expression: AssignmentExpression 0..56 op==
        left: ArrayPattern 0..52
          elements:
            Identifier 1..2 name="a"
            (hole)
            ObjectPattern 6..34
              properties:
                Property 8..16 kind=init
                  key: IdentifierName 8..9 name="b"
                  value: AssignmentPattern 11..16 op==
                    left: Identifier 11..12 name="c"
                    right: NumericLiteral 15..16 value=1
                Property 18..19 Shorthand kind=init
                  key: IdentifierName 18..19 name="d"
                  value: Identifier 18..19 name="d"
                Property 21..26 Shorthand kind=init
                  key: IdentifierName 21..22 name="e"
                  value: AssignmentPattern 21..26 op==
                    left: Identifier 21..22 name="e"
                    right: NumericLiteral 25..26 value=2
                RestElement 28..32
                  argument: Identifier 31..32 name="f"
            AssignmentPattern 36..45 op==
              left: ArrayPattern 36..41
                elements:
                  StaticMember 37..40 name="h" name_start=39
                    object: Identifier 37..38 name="g"
              right: Identifier 44..45 name="i"
            RestElement 47..51
              argument: Identifier 50..51 name="j"
        right: Identifier 55..56 name="k"
    VariableDeclaration 58..93 kind=const
      declarators:
        VariableDeclarator 64..92
          id: ObjectPattern 64..88
            properties:
              Property 66..72 Computed kind=init
                key: Identifier 67..68 name="l"
                value: BindingIdentifier 71..72 name="m"
              Property 74..80 kind=init
                key: StringLiteral 74..77 value="n"
                value: BindingIdentifier 79..80 name="o"
              Property 82..86 kind=init
                key: NumericLiteral 82..83 value=1
                value: BindingIdentifier 85..86 name="p"
          init: Identifier 91..92 name="q"
    ForOfStatement 94..115
      left: ObjectPattern 99..108
        properties:
          Property 101..106 Shorthand kind=init
            key: IdentifierName 101..102 name="r"
            value: AssignmentPattern 101..106 op==
              left: Identifier 101..102 name="r"
              right: NumericLiteral 105..106 value=1
      right: Identifier 112..113 name="s"
      body: EmptyStatement 114..115
    ExpressionStatement 116..137
      expression: ArrowFunction 116..136 ExpressionBody Strict
        params:
          Parameter 117..130
            pattern: ObjectPattern 117..126
              properties:
                Property 119..124 Shorthand kind=init
                  key: IdentifierName 119..120 name="t"
                  value: AssignmentPattern 119..124 op==
                    left: BindingIdentifier 119..120 name="t"
                    right: NumericLiteral 123..124 value=1
            init: Identifier 129..130 name="u"
        body: Identifier 135..136 name="v"
