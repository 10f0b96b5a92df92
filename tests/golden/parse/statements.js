// --- more-args: --dump=ast --goal=script
a: b: for (;;) { continue a; }
do x(); while (y) z();
let
in y;
let
yield
for (var i = 0 in o);
for (let of = 1;;);
for (async of => {};;);
with (a) b;
if (a) function f() { } else ;
try { } catch { } finally { }
switch (a) { case 1: default: }
debugger
// --- stdout
Program 0..254 hashbang_end=0
  body:
    LabeledStatement 0..30
      label: IdentifierName 0..1 name="a"
      body: LabeledStatement 3..30
        label: IdentifierName 3..4 name="b"
        body: ForStatement 6..30
          body: BlockStatement 15..30
            body:
              ContinueStatement 17..28
                label: IdentifierName 26..27 name="a"
    DoWhileStatement 31..48
      body: ExpressionStatement 34..38
        expression: CallExpression 34..37
          callee: Identifier 34..35 name="x"
      test: Identifier 46..47 name="y"
    ExpressionStatement 49..53
      expression: CallExpression 49..52
        callee: Identifier 49..50 name="z"
    ExpressionStatement 54..63
      expression: BinaryExpression 54..62 op=in
        left: Identifier 54..57 name="let"
        right: Identifier 61..62 name="y"
    VariableDeclaration 64..73 kind=let
      declarators:
        VariableDeclarator 68..73
          id: BindingIdentifier 68..73 name="yield"
    ForInStatement 74..95
      left: VariableDeclaration 79..88 kind=var
        declarators:
          VariableDeclarator 83..88
            id: BindingIdentifier 83..84 name="i"
            init: NumericLiteral 87..88 value=0
      right: Identifier 92..93 name="o"
      body: EmptyStatement 94..95
    ForStatement 96..115
      init: VariableDeclaration 101..111 kind=let
        declarators:
          VariableDeclarator 105..111
            id: BindingIdentifier 105..107 name="of"
            init: NumericLiteral 110..111 value=1
      body: EmptyStatement 114..115
    ForStatement 116..139
      init: ArrowFunction 121..135 Async
        params:
          Parameter 127..129
            pattern: BindingIdentifier 127..129 name="of"
        body: BlockStatement 133..135
      body: EmptyStatement 138..139
    WithStatement 140..151
      object: Identifier 146..147 name="a"
      body: ExpressionStatement 149..151
        expression: Identifier 149..150 name="b"
    IfStatement 152..182
      test: Identifier 156..157 name="a"
      consequent: FunctionDeclaration 159..175
        id: BindingIdentifier 168..169 name="f"
        body: BlockStatement 172..175
      alternate: EmptyStatement 181..182
    TryStatement 183..212
      block: BlockStatement 187..190
      handler: CatchClause 191..200
        body: BlockStatement 197..200
      finalizer: BlockStatement 209..212
    SwitchStatement 213..244
      discriminant: Identifier 221..222 name="a"
      cases:
        SwitchCase 226..233
          test: NumericLiteral 231..232 value=1
        SwitchCase 234..242
    DebuggerStatement 245..253
