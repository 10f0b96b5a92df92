type A = {
  a: 1;
  b?: 2,
  readonly c
  d()
  e?<T>(x: T): T
  (): 3;
  <T>(x: T): 4;
  new (): 5;
  new <T>(x: T): 6;
  [k: string]: 7;
  readonly [k: number]: 8;
  [Symbol.iterator](): 9;
  ["x"]?: 10;
  "s": 11; 12: 13;
};
// --- stdout
Program 0..229 Strict hashbang_end=0
  body:
    TSTypeAliasDeclaration 0..228
      id: BindingIdentifier 5..6 name="A"
      type: TSTypeLiteral 9..227
        members:
          TSPropertySignature 13..18
            key: IdentifierName 13..14 name="a"
            type: TSTypeAnnotation 14..17
              type: TSLiteralType 16..17
                literal: NumericLiteral 16..17 value=1
          TSPropertySignature 21..27 Optional
            key: IdentifierName 21..22 name="b"
            type: TSTypeAnnotation 23..26
              type: TSLiteralType 25..26
                literal: NumericLiteral 25..26 value=2
          TSPropertySignature 30..40 Readonly
            key: IdentifierName 39..40 name="c"
          TSMethodSignature 43..46 kind=method
            key: IdentifierName 43..44 name="d"
          TSMethodSignature 49..63 Optional kind=method
            key: IdentifierName 49..50 name="e"
            type_parameters: TSTypeParameters 51..54
              params:
                TSTypeParameter 52..53
                  name: BindingIdentifier 52..53 name="T"
            params:
              Parameter 55..59
                pattern: BindingIdentifier 55..56 name="x"
                type: TSTypeAnnotation 56..59
                  type: TSTypeReference 58..59
                    name: Identifier 58..59 name="T"
            return_type: TSTypeAnnotation 60..63
              type: TSTypeReference 62..63
                name: Identifier 62..63 name="T"
          TSCallSignature 66..72
            return_type: TSTypeAnnotation 68..71
              type: TSLiteralType 70..71
                literal: NumericLiteral 70..71 value=3
          TSCallSignature 75..88
            type_parameters: TSTypeParameters 75..78
              params:
                TSTypeParameter 76..77
                  name: BindingIdentifier 76..77 name="T"
            params:
              Parameter 79..83
                pattern: BindingIdentifier 79..80 name="x"
                type: TSTypeAnnotation 80..83
                  type: TSTypeReference 82..83
                    name: Identifier 82..83 name="T"
            return_type: TSTypeAnnotation 84..87
              type: TSLiteralType 86..87
                literal: NumericLiteral 86..87 value=4
          TSConstructSignature 91..101
            return_type: TSTypeAnnotation 97..100
              type: TSLiteralType 99..100
                literal: NumericLiteral 99..100 value=5
          TSConstructSignature 104..121
            type_parameters: TSTypeParameters 108..111
              params:
                TSTypeParameter 109..110
                  name: BindingIdentifier 109..110 name="T"
            params:
              Parameter 112..116
                pattern: BindingIdentifier 112..113 name="x"
                type: TSTypeAnnotation 113..116
                  type: TSTypeReference 115..116
                    name: Identifier 115..116 name="T"
            return_type: TSTypeAnnotation 117..120
              type: TSLiteralType 119..120
                literal: NumericLiteral 119..120 value=6
          TSIndexSignature 124..139
            params:
              Parameter 125..134
                pattern: BindingIdentifier 125..126 name="k"
                type: TSTypeAnnotation 126..134
                  type: TSKeywordType 128..134 keyword=string
            type: TSTypeAnnotation 135..138
              type: TSLiteralType 137..138
                literal: NumericLiteral 137..138 value=7
          TSIndexSignature 142..166 Readonly
            params:
              Parameter 152..161
                pattern: BindingIdentifier 152..153 name="k"
                type: TSTypeAnnotation 153..161
                  type: TSKeywordType 155..161 keyword=number
            type: TSTypeAnnotation 162..165
              type: TSLiteralType 164..165
                literal: NumericLiteral 164..165 value=8
          TSMethodSignature 169..192 Computed kind=method
            key: StaticMember 170..185 name="iterator" name_start=177
              object: Identifier 170..176 name="Symbol"
            return_type: TSTypeAnnotation 188..191
              type: TSLiteralType 190..191
                literal: NumericLiteral 190..191 value=9
          TSPropertySignature 195..206 Computed Optional
            key: StringLiteral 196..199 value="x"
            type: TSTypeAnnotation 201..205
              type: TSLiteralType 203..205
                literal: NumericLiteral 203..205 value=10
          TSPropertySignature 209..217
            key: StringLiteral 209..212 value="s"
            type: TSTypeAnnotation 212..216
              type: TSLiteralType 214..216
                literal: NumericLiteral 214..216 value=11
          TSPropertySignature 218..225
            key: NumericLiteral 218..220 value=12
            type: TSTypeAnnotation 220..224
              type: TSLiteralType 222..224
                literal: NumericLiteral 222..224 value=13
