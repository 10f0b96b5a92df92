declare var a: 1, b;
declare let c: 2;
declare const d: 3;
declare const e = "literal";
declare function f<T>(x: T): T;
declare class G { h: 1; i(): 2; static readonly j = 1 }
declare abstract class K { abstract l(): void }
declare type M = 1;
// --- stdout
Program 0..244 Strict hashbang_end=0
  body:
    VariableDeclaration 0..20 Declare kind=var
      declarators:
        VariableDeclarator 12..16
          id: BindingIdentifier 12..13 name="a"
          type: TSTypeAnnotation 13..16
            type: TSLiteralType 15..16
              literal: NumericLiteral 15..16 value=1
        VariableDeclarator 18..19
          id: BindingIdentifier 18..19 name="b"
    VariableDeclaration 21..38 Declare kind=let
      declarators:
        VariableDeclarator 33..37
          id: BindingIdentifier 33..34 name="c"
          type: TSTypeAnnotation 34..37
            type: TSLiteralType 36..37
              literal: NumericLiteral 36..37 value=2
    VariableDeclaration 39..58 Declare kind=const
      declarators:
        VariableDeclarator 53..57
          id: BindingIdentifier 53..54 name="d"
          type: TSTypeAnnotation 54..57
            type: TSLiteralType 56..57
              literal: NumericLiteral 56..57 value=3
    VariableDeclaration 59..87 Declare kind=const
      declarators:
        VariableDeclarator 73..86
          id: BindingIdentifier 73..74 name="e"
          init: StringLiteral 77..86 value="literal"
    FunctionDeclaration 88..119 Declare
      id: BindingIdentifier 105..106 name="f"
      type_parameters: TSTypeParameters 106..109
        params:
          TSTypeParameter 107..108
            name: BindingIdentifier 107..108 name="T"
      params:
        Parameter 110..114
          pattern: BindingIdentifier 110..111 name="x"
          type: TSTypeAnnotation 111..114
            type: TSTypeReference 113..114
              name: Identifier 113..114 name="T"
      return_type: TSTypeAnnotation 115..118
        type: TSTypeReference 117..118
          name: Identifier 117..118 name="T"
    ClassDeclaration 120..175 Declare body_start=136
      id: BindingIdentifier 134..135 name="G"
      members:
        PropertyDefinition 138..143
          key: IdentifierName 138..139 name="h"
          type: TSTypeAnnotation 139..142
            type: TSLiteralType 141..142
              literal: NumericLiteral 141..142 value=1
        MethodDefinition 144..151 kind=method
          key: IdentifierName 144..145 name="i"
          value: FunctionExpression 145..151
            return_type: TSTypeAnnotation 147..150
              type: TSLiteralType 149..150
                literal: NumericLiteral 149..150 value=2
        PropertyDefinition 152..173 Static Readonly
          key: IdentifierName 168..169 name="j"
          value: NumericLiteral 172..173 value=1
    ClassDeclaration 176..223 Declare Abstract body_start=201
      id: BindingIdentifier 199..200 name="K"
      members:
        MethodDefinition 203..221 Abstract kind=method
          key: IdentifierName 212..213 name="l"
          value: FunctionExpression 213..221
            return_type: TSTypeAnnotation 215..221
              type: TSKeywordType 217..221 keyword=void
    TSTypeAliasDeclaration 224..243 Declare
      id: BindingIdentifier 237..238 name="M"
      type: TSLiteralType 241..242
        literal: NumericLiteral 241..242 value=1
