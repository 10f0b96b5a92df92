let a: [any, unknown, never, void, null, undefined, object, string, number, bigint, boolean, symbol];
type I = intrinsic;
type Named = string.x | any.y;
// --- stdout
Program 0..153 Strict hashbang_end=0
  body:
    VariableDeclaration 0..101 kind=let
      declarators:
        VariableDeclarator 4..100
          id: BindingIdentifier 4..5 name="a"
          type: TSTypeAnnotation 5..100
            type: TSTupleType 7..100
              elements:
                TSKeywordType 8..11 keyword=any
                TSKeywordType 13..20 keyword=unknown
                TSKeywordType 22..27 keyword=never
                TSKeywordType 29..33 keyword=void
                TSKeywordType 35..39 keyword=null
                TSKeywordType 41..50 keyword=undefined
                TSKeywordType 52..58 keyword=object
                TSKeywordType 60..66 keyword=string
                TSKeywordType 68..74 keyword=number
                TSKeywordType 76..82 keyword=bigint
                TSKeywordType 84..91 keyword=boolean
                TSKeywordType 93..99 keyword=symbol
    TSTypeAliasDeclaration 102..121
      id: BindingIdentifier 107..108 name="I"
      type: TSKeywordType 111..120 keyword=intrinsic
    TSTypeAliasDeclaration 122..152
      id: BindingIdentifier 127..132 name="Named"
      type: TSUnionType 135..151
        types:
          TSTypeReference 135..143
            name: TSQualifiedName 135..143
              left: Identifier 135..141 name="string"
              right: IdentifierName 142..143 name="x"
          TSTypeReference 146..151
            name: TSQualifiedName 146..151
              left: Identifier 146..149 name="any"
              right: IdentifierName 150..151 name="y"
