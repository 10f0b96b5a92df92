type A = [];
type B = [x, y?, ...z[]];
type C = [a: x, b?: y, ...c: z[]];
type D = [this: x, new?: y,];
type E = readonly [x][];
// --- stdout
Program 0..129 Strict hashbang_end=0
  body:
    TSTypeAliasDeclaration 0..12
      id: BindingIdentifier 5..6 name="A"
      type: TSTupleType 9..11
    TSTypeAliasDeclaration 13..38
      id: BindingIdentifier 18..19 name="B"
      type: TSTupleType 22..37
        elements:
          TSTypeReference 23..24
            name: Identifier 23..24 name="x"
          TSOptionalType 26..28
            type: TSTypeReference 26..27
              name: Identifier 26..27 name="y"
          TSRestType 30..36
            type: TSArrayType 33..36
              element: TSTypeReference 33..34
                name: Identifier 33..34 name="z"
    TSTypeAliasDeclaration 39..73
      id: BindingIdentifier 44..45 name="C"
      type: TSTupleType 48..72
        elements:
          TSNamedTupleMember 49..53
            label: IdentifierName 49..50 name="a"
            type: TSTypeReference 52..53
              name: Identifier 52..53 name="x"
          TSNamedTupleMember 55..60 Optional
            label: IdentifierName 55..56 name="b"
            type: TSTypeReference 59..60
              name: Identifier 59..60 name="y"
          TSRestType 62..71
            type: TSNamedTupleMember 65..71
              label: IdentifierName 65..66 name="c"
              type: TSArrayType 68..71
                element: TSTypeReference 68..69
                  name: Identifier 68..69 name="z"
    TSTypeAliasDeclaration 74..103
      id: BindingIdentifier 79..80 name="D"
      type: TSTupleType 83..102
        elements:
          TSNamedTupleMember 84..91
            label: IdentifierName 84..88 name="this"
            type: TSTypeReference 90..91
              name: Identifier 90..91 name="x"
          TSNamedTupleMember 93..100 Optional
            label: IdentifierName 93..96 name="new"
            type: TSTypeReference 99..100
              name: Identifier 99..100 name="y"
    TSTypeAliasDeclaration 104..128
      id: BindingIdentifier 109..110 name="E"
      type: TSTypeOperator 113..127 op=readonly
        type: TSArrayType 122..127
          element: TSTupleType 122..125
            elements:
              TSTypeReference 123..124
                name: Identifier 123..124 name="x"
