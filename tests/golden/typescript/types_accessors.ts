interface A {
  get a(): B;
  set a(v: C);
  get [d](): E;
  get
  f(): G;
  get: 1; set?: 2; get(): 3; set<T>(v: T): 4;
}
// --- stdout
Program 0..123 Strict hashbang_end=0
  body:
    TSInterfaceDeclaration 0..122 body_start=12
      id: BindingIdentifier 10..11 name="A"
      members:
        TSMethodSignature 16..27 kind=get
          key: IdentifierName 20..21 name="a"
          return_type: TSTypeAnnotation 23..26
            type: TSTypeReference 25..26
              name: Identifier 25..26 name="B"
        TSMethodSignature 30..42 kind=set
          key: IdentifierName 34..35 name="a"
          params:
            Parameter 36..40
              pattern: BindingIdentifier 36..37 name="v"
              type: TSTypeAnnotation 37..40
                type: TSTypeReference 39..40
                  name: Identifier 39..40 name="C"
        TSMethodSignature 45..58 Computed kind=get
          key: Identifier 50..51 name="d"
          return_type: TSTypeAnnotation 54..57
            type: TSTypeReference 56..57
              name: Identifier 56..57 name="E"
        TSMethodSignature 61..74 kind=get
          key: IdentifierName 67..68 name="f"
          return_type: TSTypeAnnotation 70..73
            type: TSTypeReference 72..73
              name: Identifier 72..73 name="G"
        TSPropertySignature 77..84
          key: IdentifierName 77..80 name="get"
          type: TSTypeAnnotation 80..83
            type: TSLiteralType 82..83
              literal: NumericLiteral 82..83 value=1
        TSPropertySignature 85..93 Optional
          key: IdentifierName 85..88 name="set"
          type: TSTypeAnnotation 89..92
            type: TSLiteralType 91..92
              literal: NumericLiteral 91..92 value=2
        TSMethodSignature 94..103 kind=method
          key: IdentifierName 94..97 name="get"
          return_type: TSTypeAnnotation 99..102
            type: TSLiteralType 101..102
              literal: NumericLiteral 101..102 value=3
        TSMethodSignature 104..120 kind=method
          key: IdentifierName 104..107 name="set"
          type_parameters: TSTypeParameters 107..110
            params:
              TSTypeParameter 108..109
                name: BindingIdentifier 108..109 name="T"
          params:
            Parameter 111..115
              pattern: BindingIdentifier 111..112 name="v"
              type: TSTypeAnnotation 112..115
                type: TSTypeReference 114..115
                  name: Identifier 114..115 name="T"
          return_type: TSTypeAnnotation 116..119
            type: TSLiteralType 118..119
              literal: NumericLiteral 118..119 value=4
