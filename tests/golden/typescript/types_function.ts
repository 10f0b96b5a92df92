type A = () => void;
type B = <T>(a: T, b?: U, ...c: V[]) => (d: W) => X;
type C = new (a: B) => D;
type E = abstract new <T>() => T;
type F = (this: G) => H;
type I = ({ a, b: [c] }: J, [d]: K) => L;
// Parentheses.
type M = (N);
type O = ({ a: P } | Q)[];
type R = ([a]);
type S = (T) => U;
// --- stdout
Program 0..293 Strict hashbang_end=0
  body:
    TSTypeAliasDeclaration 0..20
      id: BindingIdentifier 5..6 name="A"
      type: TSFunctionType 9..19
        return_type: TSTypeAnnotation 12..19
          type: TSKeywordType 15..19 keyword=void
    TSTypeAliasDeclaration 21..73
      id: BindingIdentifier 26..27 name="B"
      type: TSFunctionType 30..72
        type_parameters: TSTypeParameters 30..33
          params:
            TSTypeParameter 31..32
              name: BindingIdentifier 31..32 name="T"
        params:
          Parameter 34..38
            pattern: BindingIdentifier 34..35 name="a"
            type: TSTypeAnnotation 35..38
              type: TSTypeReference 37..38
                name: Identifier 37..38 name="T"
          Parameter 40..45 Optional
            pattern: BindingIdentifier 40..41 name="b"
            type: TSTypeAnnotation 42..45
              type: TSTypeReference 44..45
                name: Identifier 44..45 name="U"
          Parameter 47..56 Rest
            pattern: BindingIdentifier 50..51 name="c"
            type: TSTypeAnnotation 51..56
              type: TSArrayType 53..56
                element: TSTypeReference 53..54
                  name: Identifier 53..54 name="V"
        return_type: TSTypeAnnotation 58..72
          type: TSFunctionType 61..72
            params:
              Parameter 62..66
                pattern: BindingIdentifier 62..63 name="d"
                type: TSTypeAnnotation 63..66
                  type: TSTypeReference 65..66
                    name: Identifier 65..66 name="W"
            return_type: TSTypeAnnotation 68..72
              type: TSTypeReference 71..72
                name: Identifier 71..72 name="X"
    TSTypeAliasDeclaration 74..99
      id: BindingIdentifier 79..80 name="C"
      type: TSConstructorType 83..98
        params:
          Parameter 88..92
            pattern: BindingIdentifier 88..89 name="a"
            type: TSTypeAnnotation 89..92
              type: TSTypeReference 91..92
                name: Identifier 91..92 name="B"
        return_type: TSTypeAnnotation 94..98
          type: TSTypeReference 97..98
            name: Identifier 97..98 name="D"
    TSTypeAliasDeclaration 100..133
      id: BindingIdentifier 105..106 name="E"
      type: TSConstructorType 109..132 Abstract
        type_parameters: TSTypeParameters 122..125
          params:
            TSTypeParameter 123..124
              name: BindingIdentifier 123..124 name="T"
        return_type: TSTypeAnnotation 128..132
          type: TSTypeReference 131..132
            name: Identifier 131..132 name="T"
    TSTypeAliasDeclaration 134..158
      id: BindingIdentifier 139..140 name="F"
      type: TSFunctionType 143..157
        params:
          Parameter 144..151 ThisParameter
            pattern: BindingIdentifier 144..148 name="this"
            type: TSTypeAnnotation 148..151
              type: TSTypeReference 150..151
                name: Identifier 150..151 name="G"
        return_type: TSTypeAnnotation 153..157
          type: TSTypeReference 156..157
            name: Identifier 156..157 name="H"
    TSTypeAliasDeclaration 159..200
      id: BindingIdentifier 164..165 name="I"
      type: TSFunctionType 168..199
        params:
          Parameter 169..185
            pattern: ObjectPattern 169..182
              properties:
                Property 171..172 Shorthand kind=init
                  key: IdentifierName 171..172 name="a"
                  value: BindingIdentifier 171..172 name="a"
                Property 174..180 kind=init
                  key: IdentifierName 174..175 name="b"
                  value: ArrayPattern 177..180
                    elements:
                      BindingIdentifier 178..179 name="c"
            type: TSTypeAnnotation 182..185
              type: TSTypeReference 184..185
                name: Identifier 184..185 name="J"
          Parameter 187..193
            pattern: ArrayPattern 187..190
              elements:
                BindingIdentifier 188..189 name="d"
            type: TSTypeAnnotation 190..193
              type: TSTypeReference 192..193
                name: Identifier 192..193 name="K"
        return_type: TSTypeAnnotation 195..199
          type: TSTypeReference 198..199
            name: Identifier 198..199 name="L"
    TSTypeAliasDeclaration 217..230
      id: BindingIdentifier 222..223 name="M"
      type: TSTypeReference 227..228 Parenthesized
        name: Identifier 227..228 name="N"
    TSTypeAliasDeclaration 231..257
      id: BindingIdentifier 236..237 name="O"
      type: TSArrayType 240..256
        element: TSUnionType 241..253 Parenthesized
          types:
            TSTypeLiteral 241..249
              members:
                TSPropertySignature 243..247
                  key: IdentifierName 243..244 name="a"
                  type: TSTypeAnnotation 244..247
                    type: TSTypeReference 246..247
                      name: Identifier 246..247 name="P"
            TSTypeReference 252..253
              name: Identifier 252..253 name="Q"
    TSTypeAliasDeclaration 258..273
      id: BindingIdentifier 263..264 name="R"
      type: TSTupleType 268..271 Parenthesized
        elements:
          TSTypeReference 269..270
            name: Identifier 269..270 name="a"
    TSTypeAliasDeclaration 274..292
      id: BindingIdentifier 279..280 name="S"
      type: TSFunctionType 283..291
        params:
          Parameter 284..285
            pattern: BindingIdentifier 284..285 name="T"
        return_type: TSTypeAnnotation 287..291
          type: TSTypeReference 290..291
            name: Identifier 290..291 name="U"
