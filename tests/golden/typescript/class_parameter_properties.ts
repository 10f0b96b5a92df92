class A {
  constructor(a: 1);
  constructor(private a: 1, public readonly b = 2, protected c?: 3, override d, readonly e) {}
  f(readonly, override?) {}
}
// --- stdout
Program 0..156 Strict hashbang_end=0
  body:
    ClassDeclaration 0..155 body_start=8
      id: BindingIdentifier 6..7 name="A"
      members:
        MethodDefinition 12..30 kind=constructor
          key: IdentifierName 12..23 name="constructor"
          value: FunctionExpression 23..30
            params:
              Parameter 24..28
                pattern: BindingIdentifier 24..25 name="a"
                type: TSTypeAnnotation 25..28
                  type: TSLiteralType 27..28
                    literal: NumericLiteral 27..28 value=1
        MethodDefinition 33..125 kind=constructor
          key: IdentifierName 33..44 name="constructor"
          value: FunctionExpression 44..125 Strict
            params:
              Parameter 45..57 Private
                pattern: BindingIdentifier 53..54 name="a"
                type: TSTypeAnnotation 54..57
                  type: TSLiteralType 56..57
                    literal: NumericLiteral 56..57 value=1
              Parameter 59..80 Public Readonly
                pattern: BindingIdentifier 75..76 name="b"
                init: NumericLiteral 79..80 value=2
              Parameter 82..97 Optional Protected
                pattern: BindingIdentifier 92..93 name="c"
                type: TSTypeAnnotation 94..97
                  type: TSLiteralType 96..97
                    literal: NumericLiteral 96..97 value=3
              Parameter 99..109 Override
                pattern: BindingIdentifier 108..109 name="d"
              Parameter 111..121 Readonly
                pattern: BindingIdentifier 120..121 name="e"
            body: BlockStatement 123..125
        MethodDefinition 128..153 kind=method
          key: IdentifierName 128..129 name="f"
          value: FunctionExpression 129..153 Strict
            params:
              Parameter 130..138
                pattern: BindingIdentifier 130..138 name="readonly"
              Parameter 140..149 Optional
                pattern: BindingIdentifier 140..148 name="override"
            body: BlockStatement 151..153
