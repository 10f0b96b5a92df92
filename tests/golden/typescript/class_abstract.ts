abstract class A {
  abstract a: 1;
  abstract b(): 2;
  protected abstract readonly c: 3;
  abstract get d(): 4;
  abstract override e(): 5;
  f() {}
}
x = class implements B {};
// --- stdout
Program 0..180 Strict hashbang_end=0
  body:
    ClassDeclaration 0..152 Abstract body_start=17
      id: BindingIdentifier 15..16 name="A"
      members:
        PropertyDefinition 21..35 Abstract
          key: IdentifierName 30..31 name="a"
          type: TSTypeAnnotation 31..34
            type: TSLiteralType 33..34
              literal: NumericLiteral 33..34 value=1
        MethodDefinition 38..54 Abstract kind=method
          key: IdentifierName 47..48 name="b"
          value: FunctionExpression 48..54
            return_type: TSTypeAnnotation 50..53
              type: TSLiteralType 52..53
                literal: NumericLiteral 52..53 value=2
        PropertyDefinition 57..90 Protected Abstract Readonly
          key: IdentifierName 85..86 name="c"
          type: TSTypeAnnotation 86..89
            type: TSLiteralType 88..89
              literal: NumericLiteral 88..89 value=3
        MethodDefinition 93..113 Abstract kind=get
          key: IdentifierName 106..107 name="d"
          value: FunctionExpression 107..113
            return_type: TSTypeAnnotation 109..112
              type: TSLiteralType 111..112
                literal: NumericLiteral 111..112 value=4
        MethodDefinition 116..141 Abstract Override kind=method
          key: IdentifierName 134..135 name="e"
          value: FunctionExpression 135..141
            return_type: TSTypeAnnotation 137..140
              type: TSLiteralType 139..140
                literal: NumericLiteral 139..140 value=5
        MethodDefinition 144..150 kind=method
          key: IdentifierName 144..145 name="f"
          value: FunctionExpression 145..150 Strict
            body: BlockStatement 148..150
    ExpressionStatement 153..179
      expression: AssignmentExpression 153..178 op==
        left: Identifier 153..154 name="x"
        right: ClassExpression 157..178 body_start=176
          implements:
            TSHeritage 174..175
              expression: Identifier 174..175 name="B"
