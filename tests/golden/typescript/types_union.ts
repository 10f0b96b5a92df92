type A = | B;
type C = | D | E & F | (& G & H);
type I =
  | J
  | K;
type L = (() => M) | (new () => N);
// --- stdout
Program 0..106 Strict hashbang_end=0
  body:
    TSTypeAliasDeclaration 0..13
      id: BindingIdentifier 5..6 name="A"
      type: TSUnionType 9..12
        types:
          TSTypeReference 11..12
            name: Identifier 11..12 name="B"
    TSTypeAliasDeclaration 14..47
      id: BindingIdentifier 19..20 name="C"
      type: TSUnionType 23..46
        types:
          TSTypeReference 25..26
            name: Identifier 25..26 name="D"
          TSIntersectionType 29..34
            types:
              TSTypeReference 29..30
                name: Identifier 29..30 name="E"
              TSTypeReference 33..34
                name: Identifier 33..34 name="F"
          TSIntersectionType 38..45 Parenthesized
            types:
              TSTypeReference 40..41
                name: Identifier 40..41 name="G"
              TSTypeReference 44..45
                name: Identifier 44..45 name="H"
    TSTypeAliasDeclaration 48..69
      id: BindingIdentifier 53..54 name="I"
      type: TSUnionType 59..68
        types:
          TSTypeReference 61..62
            name: Identifier 61..62 name="J"
          TSTypeReference 67..68
            name: Identifier 67..68 name="K"
    TSTypeAliasDeclaration 70..105
      id: BindingIdentifier 75..76 name="L"
      type: TSUnionType 79..104
        types:
          TSFunctionType 80..87 Parenthesized
            return_type: TSTypeAnnotation 83..87
              type: TSTypeReference 86..87
                name: Identifier 86..87 name="M"
          TSConstructorType 92..103 Parenthesized
            return_type: TSTypeAnnotation 99..103
              type: TSTypeReference 102..103
                name: Identifier 102..103 name="N"
