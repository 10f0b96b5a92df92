type A = keyof T;
type B = keyof typeof x[];
type C = unique symbol;
type D = readonly string[];
type E = T[keyof U]["v"][0][];
// --- stdout
Program 0..128 Strict hashbang_end=0
  body:
    TSTypeAliasDeclaration 0..17
      id: BindingIdentifier 5..6 name="A"
      type: TSTypeOperator 9..16 op=keyof
        type: TSTypeReference 15..16
          name: Identifier 15..16 name="T"
    TSTypeAliasDeclaration 18..44
      id: BindingIdentifier 23..24 name="B"
      type: TSTypeOperator 27..43 op=keyof
        type: TSArrayType 33..43
          element: TSTypeQuery 33..41
            name: Identifier 40..41 name="x"
    TSTypeAliasDeclaration 45..68
      id: BindingIdentifier 50..51 name="C"
      type: TSTypeOperator 54..67 op=unique
        type: TSKeywordType 61..67 keyword=symbol
    TSTypeAliasDeclaration 69..96
      id: BindingIdentifier 74..75 name="D"
      type: TSTypeOperator 78..95 op=readonly
        type: TSArrayType 87..95
          element: TSKeywordType 87..93 keyword=string
    TSTypeAliasDeclaration 97..127
      id: BindingIdentifier 102..103 name="E"
      type: TSArrayType 106..126
        element: TSIndexedAccessType 106..124
          object: TSIndexedAccessType 106..121
            object: TSIndexedAccessType 106..116
              object: TSTypeReference 106..107
                name: Identifier 106..107 name="T"
              index: TSTypeOperator 108..115 op=keyof
                type: TSTypeReference 114..115
                  name: Identifier 114..115 name="U"
            index: TSLiteralType 117..120
              literal: StringLiteral 117..120 value="v"
          index: TSLiteralType 122..123
            literal: NumericLiteral 122..123 value=0
