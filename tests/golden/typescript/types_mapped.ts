type A = { [K in T] };
type B = { readonly [K in T]?: U };
type C = { +readonly [K in T]+?: U; };
type D = { -readonly [K in T]-?: U
};
type E = { [K in keyof T as `get${K}`]: () => T[K] };
type F = { readonly [k: string]: U };
// --- stdout
Program 0..228 Strict hashbang_end=0
  body:
    TSTypeAliasDeclaration 0..22
      id: BindingIdentifier 5..6 name="A"
      type: TSMappedType 9..21 readonly=none optional=none
        key: BindingIdentifier 12..13 name="K"
        constraint: TSTypeReference 17..18
          name: Identifier 17..18 name="T"
    TSTypeAliasDeclaration 23..58
      id: BindingIdentifier 28..29 name="B"
      type: TSMappedType 32..57 readonly=present optional=present
        key: BindingIdentifier 44..45 name="K"
        constraint: TSTypeReference 49..50
          name: Identifier 49..50 name="T"
        type: TSTypeReference 54..55
          name: Identifier 54..55 name="U"
    TSTypeAliasDeclaration 59..97
      id: BindingIdentifier 64..65 name="C"
      type: TSMappedType 68..96 readonly=+ optional=+
        key: BindingIdentifier 81..82 name="K"
        constraint: TSTypeReference 86..87
          name: Identifier 86..87 name="T"
        type: TSTypeReference 92..93
          name: Identifier 92..93 name="U"
    TSTypeAliasDeclaration 98..135
      id: BindingIdentifier 103..104 name="D"
      type: TSMappedType 107..134 readonly=- optional=-
        key: BindingIdentifier 120..121 name="K"
        constraint: TSTypeReference 125..126
          name: Identifier 125..126 name="T"
        type: TSTypeReference 131..132
          name: Identifier 131..132 name="U"
    TSTypeAliasDeclaration 136..189
      id: BindingIdentifier 141..142 name="E"
      type: TSMappedType 145..188 readonly=none optional=none
        key: BindingIdentifier 148..149 name="K"
        constraint: TSTypeOperator 153..160 op=keyof
          type: TSTypeReference 159..160
            name: Identifier 159..160 name="T"
        name_type: TSTemplateLiteralType 164..173
          quasis:
            TemplateElement 165..168 cooked="get" raw="get"
            TemplateElement 172..172 Tail cooked="" raw=""
          types:
            TSTypeReference 170..171
              name: Identifier 170..171 name="K"
        type: TSFunctionType 176..186
          return_type: TSTypeAnnotation 179..186
            type: TSIndexedAccessType 182..186
              object: TSTypeReference 182..183
                name: Identifier 182..183 name="T"
              index: TSTypeReference 184..185
                name: Identifier 184..185 name="K"
    TSTypeAliasDeclaration 190..227
      id: BindingIdentifier 195..196 name="F"
      type: TSTypeLiteral 199..226
        members:
          TSIndexSignature 201..224 Readonly
            params:
              Parameter 211..220
                pattern: BindingIdentifier 211..212 name="k"
                type: TSTypeAnnotation 212..220
                  type: TSKeywordType 214..220 keyword=string
            type: TSTypeAnnotation 221..224
              type: TSTypeReference 223..224
                name: Identifier 223..224 name="U"
