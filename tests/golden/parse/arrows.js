// --- more-args: --dump=ast
() => 1;
a => b => c;
(a, { b }, [c] = d, ...e) => { };
async () => 1;
async x => await x;
async (x, y) => { };
async(x, y);
async;
a ? (b) : c => d;
((a)), (a, b);
// --- stdout
Program 0..165 Strict hashbang_end=0
  body:
    ExpressionStatement 0..8
      expression: ArrowFunction 0..7 ExpressionBody Strict
        body: NumericLiteral 6..7 value=1
    ExpressionStatement 9..21
      expression: ArrowFunction 9..20 ExpressionBody Strict
        params:
          Parameter 9..10
            pattern: BindingIdentifier 9..10 name="a"
        body: ArrowFunction 14..20 ExpressionBody Strict
          params:
            Parameter 14..15
              pattern: BindingIdentifier 14..15 name="b"
          body: Identifier 19..20 name="c"
    ExpressionStatement 22..55
      expression: ArrowFunction 22..54 Strict
        params:
          Parameter 23..24
            pattern: BindingIdentifier 23..24 name="a"
          Parameter 26..31
            pattern: ObjectPattern 26..31
              properties:
                Property 28..29 Shorthand kind=init
                  key: IdentifierName 28..29 name="b"
                  value: BindingIdentifier 28..29 name="b"
          Parameter 33..40
            pattern: ArrayPattern 33..36
              elements:
                BindingIdentifier 34..35 name="c"
            init: Identifier 39..40 name="d"
          Parameter 42..46 Rest
            pattern: BindingIdentifier 45..46 name="e"
        body: BlockStatement 51..54
    ExpressionStatement 56..70
      expression: ArrowFunction 56..69 Async ExpressionBody Strict
        body: NumericLiteral 68..69 value=1
    ExpressionStatement 71..90
      expression: ArrowFunction 71..89 Async ExpressionBody Strict
        params:
          Parameter 77..78
            pattern: BindingIdentifier 77..78 name="x"
        body: AwaitExpression 82..89
          argument: Identifier 88..89 name="x"
    ExpressionStatement 91..111
      expression: ArrowFunction 91..110 Async Strict
        params:
          Parameter 98..99
            pattern: BindingIdentifier 98..99 name="x"
          Parameter 101..102
            pattern: BindingIdentifier 101..102 name="y"
        body: BlockStatement 107..110
    ExpressionStatement 112..124
      expression: CallExpression 112..123
        callee: Identifier 112..117 name="async"
        arguments:
          Identifier 118..119 name="x"
          Identifier 121..122 name="y"
    ExpressionStatement 125..131
      expression: Identifier 125..130 name="async"
    ExpressionStatement 132..149
      expression: ConditionalExpression 132..148
        test: Identifier 132..133 name="a"
        consequent: Identifier 137..138 Parenthesized name="b"
        alternate: ArrowFunction 142..148 ExpressionBody Strict
          params:
            Parameter 142..143
              pattern: BindingIdentifier 142..143 name="c"
          body: Identifier 147..148 name="d"
    ExpressionStatement 150..164
      expression: SequenceExpression 150..163
        expressions:
          Identifier 152..153 Parenthesized name="a"
          SequenceExpression 158..162 Parenthesized
            expressions:
              Identifier 158..159 name="a"
              Identifier 161..162 name="b"
