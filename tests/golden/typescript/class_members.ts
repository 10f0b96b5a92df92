class A<T> extends B<T> implements C<T>, D.E {
  a: 1;
  b?: 2;
  c!: 3;
  declare d: 4;
  private static override readonly e = 5;
  public async f<U>(this: A, x?: U): Promise<void> {}
  protected get g(): 6 { return 6 }
  static accessor h: 7;
  [k: string]: any;
  static readonly [k: number]: any;
  i();
  i(x?) {}
  'j'?(): void;
}
// --- stdout
Program 0..337 Strict hashbang_end=0
  body:
    ClassDeclaration 0..336 body_start=45
      id: BindingIdentifier 6..7 name="A"
      type_parameters: TSTypeParameters 7..10
        params:
          TSTypeParameter 8..9
            name: BindingIdentifier 8..9 name="T"
      super_class: Identifier 19..20 name="B"
      super_type_arguments: TSTypeArguments 20..23
        params:
          TSTypeReference 21..22
            name: Identifier 21..22 name="T"
      implements:
        TSHeritage 35..39
          expression: Identifier 35..36 name="C"
          type_arguments: TSTypeArguments 36..39
            params:
              TSTypeReference 37..38
                name: Identifier 37..38 name="T"
        TSHeritage 41..44
          expression: StaticMember 41..44 name="E" name_start=43
            object: Identifier 41..42 name="D"
      members:
        PropertyDefinition 49..54
          key: IdentifierName 49..50 name="a"
          type: TSTypeAnnotation 50..53
            type: TSLiteralType 52..53
              literal: NumericLiteral 52..53 value=1
        PropertyDefinition 57..63 Optional
          key: IdentifierName 57..58 name="b"
          type: TSTypeAnnotation 59..62
            type: TSLiteralType 61..62
              literal: NumericLiteral 61..62 value=2
        PropertyDefinition 66..72 Definite
          key: IdentifierName 66..67 name="c"
          type: TSTypeAnnotation 68..71
            type: TSLiteralType 70..71
              literal: NumericLiteral 70..71 value=3
        PropertyDefinition 75..88 Declare
          key: IdentifierName 83..84 name="d"
          type: TSTypeAnnotation 84..87
            type: TSLiteralType 86..87
              literal: NumericLiteral 86..87 value=4
        PropertyDefinition 91..130 Static Private Override Readonly
          key: IdentifierName 124..125 name="e"
          value: NumericLiteral 128..129 value=5
        MethodDefinition 133..184 Public kind=method
          key: IdentifierName 146..147 name="f"
          value: FunctionExpression 147..184 Async Strict
            type_parameters: TSTypeParameters 147..150
              params:
                TSTypeParameter 148..149
                  name: BindingIdentifier 148..149 name="U"
            params:
              Parameter 151..158 ThisParameter
                pattern: BindingIdentifier 151..155 name="this"
                type: TSTypeAnnotation 155..158
                  type: TSTypeReference 157..158
                    name: Identifier 157..158 name="A"
              Parameter 160..165 Optional
                pattern: BindingIdentifier 160..161 name="x"
                type: TSTypeAnnotation 162..165
                  type: TSTypeReference 164..165
                    name: Identifier 164..165 name="U"
            return_type: TSTypeAnnotation 166..181
              type: TSTypeReference 168..181
                name: Identifier 168..175 name="Promise"
                type_arguments: TSTypeArguments 175..181
                  params:
                    TSKeywordType 176..180 keyword=void
            body: BlockStatement 182..184
        MethodDefinition 187..220 Protected kind=get
          key: IdentifierName 201..202 name="g"
          value: FunctionExpression 202..220 Strict
            return_type: TSTypeAnnotation 204..207
              type: TSLiteralType 206..207
                literal: NumericLiteral 206..207 value=6
            body: BlockStatement 208..220
              body:
                ReturnStatement 210..218
                  argument: NumericLiteral 217..218 value=6
        PropertyDefinition 223..244 Static Accessor
          key: IdentifierName 239..240 name="h"
          type: TSTypeAnnotation 240..243
            type: TSLiteralType 242..243
              literal: NumericLiteral 242..243 value=7
        TSIndexSignature 247..264
          params:
            Parameter 248..257
              pattern: BindingIdentifier 248..249 name="k"
              type: TSTypeAnnotation 249..257
                type: TSKeywordType 251..257 keyword=string
          type: TSTypeAnnotation 258..263
            type: TSKeywordType 260..263 keyword=any
        TSIndexSignature 267..300 Static Readonly
          params:
            Parameter 284..293
              pattern: BindingIdentifier 284..285 name="k"
              type: TSTypeAnnotation 285..293
                type: TSKeywordType 287..293 keyword=number
          type: TSTypeAnnotation 294..299
            type: TSKeywordType 296..299 keyword=any
        MethodDefinition 303..307 kind=method
          key: IdentifierName 303..304 name="i"
          value: FunctionExpression 304..307
        MethodDefinition 310..318 kind=method
          key: IdentifierName 310..311 name="i"
          value: FunctionExpression 311..318 Strict
            params:
              Parameter 312..314 Optional
                pattern: BindingIdentifier 312..313 name="x"
            body: BlockStatement 316..318
        MethodDefinition 321..334 Optional kind=method
          key: StringLiteral 321..324 value="j"
          value: FunctionExpression 325..334
            return_type: TSTypeAnnotation 327..333
              type: TSKeywordType 329..333 keyword=void
