// --- more-args: --dump=ast
@a @b.c(d) class A extends (B, C) {
  static #p = 1; static; get; set; async; accessor; static async *m() { }
  get x() { return #p in this; } set x(v) { }
  static { this; }
  accessor y = 1; static accessor #z;
  constructor() { super(); new.target; }
  'quoted'; 1; [computed]() { }
}
// --- stdout
Program 0..288 Strict hashbang_end=0
  body:
    ClassDeclaration 0..287 body_start=34
      decorators:
        Decorator 0..2
          expression: Identifier 1..2 name="a"
        Decorator 3..10
          expression: CallExpression 4..10
            callee: StaticMember 4..7 name="c" name_start=6
              object: Identifier 4..5 name="b"
            arguments:
              Identifier 8..9 name="d"
      id: BindingIdentifier 17..18 name="A"
      super_class: SequenceExpression 28..32 Parenthesized
        expressions:
          Identifier 28..29 name="B"
          Identifier 31..32 name="C"
      members:
        PropertyDefinition 38..52 Static
          key: PrivateName 45..47 name="p"
          value: NumericLiteral 50..51 value=1
        PropertyDefinition 53..60
          key: IdentifierName 53..59 name="static"
        PropertyDefinition 61..65
          key: IdentifierName 61..64 name="get"
        PropertyDefinition 66..70
          key: IdentifierName 66..69 name="set"
        PropertyDefinition 71..77
          key: IdentifierName 71..76 name="async"
        PropertyDefinition 78..87
          key: IdentifierName 78..86 name="accessor"
        MethodDefinition 88..109 Static kind=method
          key: IdentifierName 102..103 name="m"
          value: FunctionExpression 103..109 Async Generator Strict
            body: BlockStatement 106..109
        MethodDefinition 112..142 kind=get
          key: IdentifierName 116..117 name="x"
          value: FunctionExpression 117..142 Strict
            body: BlockStatement 120..142
              body:
                ReturnStatement 122..140
                  argument: BinaryExpression 129..139 op=in
                    left: PrivateName 129..131 name="p"
                    right: ThisExpression 135..139
        MethodDefinition 143..155 kind=set
          key: IdentifierName 147..148 name="x"
          value: FunctionExpression 148..155 Strict
            params:
              Parameter 149..150
                pattern: BindingIdentifier 149..150 name="v"
            body: BlockStatement 152..155
        StaticBlock 158..174
          body:
            ExpressionStatement 167..172
              expression: ThisExpression 167..171
        PropertyDefinition 177..192 Accessor
          key: IdentifierName 186..187 name="y"
          value: NumericLiteral 190..191 value=1
        PropertyDefinition 193..212 Static Accessor
          key: PrivateName 209..211 name="z"
        MethodDefinition 215..253 kind=constructor
          key: IdentifierName 215..226 name="constructor"
          value: FunctionExpression 226..253 Strict
            body: BlockStatement 229..253
              body:
                ExpressionStatement 231..239
                  expression: CallExpression 231..238
                    callee: Super 231..236
                ExpressionStatement 240..251
                  expression: NewTarget 240..250
        PropertyDefinition 256..265
          key: StringLiteral 256..264 value="quoted"
        PropertyDefinition 266..268
          key: NumericLiteral 266..267 value=1
        MethodDefinition 269..285 Computed kind=method
          key: Identifier 270..278 name="computed"
          value: FunctionExpression 279..285 Strict
            body: BlockStatement 282..285
