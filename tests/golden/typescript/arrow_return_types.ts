(a: A, b?: B, ...c: C[]): D => e;
({ a }: A, [b]: B = c): D => e;
a ? (b) : c => d;
a ? (b): c => d : e;
a ? (b = (c, d)) : e => f;
(a): ({ b?: C }) => d;
(a): () => b => c;
async (a: B): Promise<C> => d;
// --- stdout
Program 0..205 Strict hashbang_end=0
  body:
    ExpressionStatement 0..33
      expression: ArrowFunction 0..32 ExpressionBody Strict
        params:
          Parameter 1..5
            pattern: BindingIdentifier 1..2 name="a"
            type: TSTypeAnnotation 2..5
              type: TSTypeReference 4..5
                name: Identifier 4..5 name="A"
          Parameter 7..12 Optional
            pattern: BindingIdentifier 7..8 name="b"
            type: TSTypeAnnotation 9..12
              type: TSTypeReference 11..12
                name: Identifier 11..12 name="B"
          Parameter 14..23 Rest
            pattern: BindingIdentifier 17..18 name="c"
            type: TSTypeAnnotation 18..23
              type: TSArrayType 20..23
                element: TSTypeReference 20..21
                  name: Identifier 20..21 name="C"
        return_type: TSTypeAnnotation 24..27
          type: TSTypeReference 26..27
            name: Identifier 26..27 name="D"
        body: Identifier 31..32 name="e"
    ExpressionStatement 34..65
      expression: ArrowFunction 34..64 ExpressionBody Strict
        params:
          Parameter 35..43
            pattern: ObjectPattern 35..40
              properties:
                Property 37..38 Shorthand kind=init
                  key: IdentifierName 37..38 name="a"
                  value: BindingIdentifier 37..38 name="a"
            type: TSTypeAnnotation 40..43
              type: TSTypeReference 42..43
                name: Identifier 42..43 name="A"
          Parameter 45..55
            pattern: ArrayPattern 45..48
              elements:
                BindingIdentifier 46..47 name="b"
            type: TSTypeAnnotation 48..51
              type: TSTypeReference 50..51
                name: Identifier 50..51 name="B"
            init: Identifier 54..55 name="c"
        return_type: TSTypeAnnotation 56..59
          type: TSTypeReference 58..59
            name: Identifier 58..59 name="D"
        body: Identifier 63..64 name="e"
    ExpressionStatement 66..83
      expression: ConditionalExpression 66..82
        test: Identifier 66..67 name="a"
        consequent: Identifier 71..72 Parenthesized name="b"
        alternate: ArrowFunction 76..82 ExpressionBody Strict
          params:
            Parameter 76..77
              pattern: BindingIdentifier 76..77 name="c"
          body: Identifier 81..82 name="d"
    ExpressionStatement 84..104
      expression: ConditionalExpression 84..103
        test: Identifier 84..85 name="a"
        consequent: ArrowFunction 88..99 ExpressionBody Strict
          params:
            Parameter 89..90
              pattern: BindingIdentifier 89..90 name="b"
          return_type: TSTypeAnnotation 91..94
            type: TSTypeReference 93..94
              name: Identifier 93..94 name="c"
          body: Identifier 98..99 name="d"
        alternate: Identifier 102..103 name="e"
    ExpressionStatement 105..131
      expression: ConditionalExpression 105..130
        test: Identifier 105..106 name="a"
        consequent: AssignmentExpression 110..120 Parenthesized op==
          left: Identifier 110..111 name="b"
          right: SequenceExpression 115..119 Parenthesized
            expressions:
              Identifier 115..116 name="c"
              Identifier 118..119 name="d"
        alternate: ArrowFunction 124..130 ExpressionBody Strict
          params:
            Parameter 124..125
              pattern: BindingIdentifier 124..125 name="e"
          body: Identifier 129..130 name="f"
    ExpressionStatement 132..154
      expression: ArrowFunction 132..153 ExpressionBody Strict
        params:
          Parameter 133..134
            pattern: BindingIdentifier 133..134 name="a"
        return_type: TSTypeAnnotation 135..148
          type: TSTypeLiteral 138..147 Parenthesized
            members:
              TSPropertySignature 140..145 Optional
                key: IdentifierName 140..141 name="b"
                type: TSTypeAnnotation 142..145
                  type: TSTypeReference 144..145
                    name: Identifier 144..145 name="C"
        body: Identifier 152..153 name="d"
    ExpressionStatement 155..173
      expression: ArrowFunction 155..172 ExpressionBody Strict
        params:
          Parameter 156..157
            pattern: BindingIdentifier 156..157 name="a"
        return_type: TSTypeAnnotation 158..167
          type: TSFunctionType 160..167
            return_type: TSTypeAnnotation 163..167
              type: TSTypeReference 166..167
                name: Identifier 166..167 name="b"
        body: Identifier 171..172 name="c"
    ExpressionStatement 174..204
      expression: ArrowFunction 174..203 Async ExpressionBody Strict
        params:
          Parameter 181..185
            pattern: BindingIdentifier 181..182 name="a"
            type: TSTypeAnnotation 182..185
              type: TSTypeReference 184..185
                name: Identifier 184..185 name="B"
        return_type: TSTypeAnnotation 186..198
          type: TSTypeReference 188..198
            name: Identifier 188..195 name="Promise"
            type_arguments: TSTypeArguments 195..198
              params:
                TSTypeReference 196..197
                  name: Identifier 196..197 name="C"
        body: Identifier 202..203 name="d"
