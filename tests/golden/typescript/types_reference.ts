let a: A;
let b: A.B.C<D, E<F>>;
let c: A<B<C<D>>>;
let d: Array<A>= e;
// --- stdout
Program 0..72 Strict hashbang_end=0
  body:
    VariableDeclaration 0..9 kind=let
      declarators:
        VariableDeclarator 4..8
          id: BindingIdentifier 4..5 name="a"
          type: TSTypeAnnotation 5..8
            type: TSTypeReference 7..8
              name: Identifier 7..8 name="A"
    VariableDeclaration 10..32 kind=let
      declarators:
        VariableDeclarator 14..31
          id: BindingIdentifier 14..15 name="b"
          type: TSTypeAnnotation 15..31
            type: TSTypeReference 17..31
              name: TSQualifiedName 17..22
                left: TSQualifiedName 17..20
                  left: Identifier 17..18 name="A"
                  right: IdentifierName 19..20 name="B"
                right: IdentifierName 21..22 name="C"
              type_arguments: TSTypeArguments 22..31
                params:
                  TSTypeReference 23..24
                    name: Identifier 23..24 name="D"
                  TSTypeReference 26..30
                    name: Identifier 26..27 name="E"
                    type_arguments: TSTypeArguments 27..30
                      params:
                        TSTypeReference 28..29
                          name: Identifier 28..29 name="F"
    VariableDeclaration 33..51 kind=let
      declarators:
        VariableDeclarator 37..50
          id: BindingIdentifier 37..38 name="c"
          type: TSTypeAnnotation 38..50
            type: TSTypeReference 40..50
              name: Identifier 40..41 name="A"
              type_arguments: TSTypeArguments 41..50
                params:
                  TSTypeReference 42..49
                    name: Identifier 42..43 name="B"
                    type_arguments: TSTypeArguments 43..49
                      params:
                        TSTypeReference 44..48
                          name: Identifier 44..45 name="C"
                          type_arguments: TSTypeArguments 45..48
                            params:
                              TSTypeReference 46..47
                                name: Identifier 46..47 name="D"
    VariableDeclaration 52..71 kind=let
      declarators:
        VariableDeclarator 56..70
          id: BindingIdentifier 56..57 name="d"
          type: TSTypeAnnotation 57..67
            type: TSTypeReference 59..67
              name: Identifier 59..64 name="Array"
              type_arguments: TSTypeArguments 64..67
                params:
                  TSTypeReference 65..66
                    name: Identifier 65..66 name="A"
          init: Identifier 69..70 name="e"
