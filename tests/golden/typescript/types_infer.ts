// The `?` behind a constraint is the condition's in the operand of `extends`...
type A<T> = T extends infer U extends string ? U : never;
type B<T> = T extends [infer H extends string, ...infer R] ? [H, R] : [];
// ...and makes a conditional type of its own inside brackets.
type C<T> = T extends (infer U extends number ? 1 : 0) ? 1 : 0;
type D<T> = T extends (infer U extends number) ? 1 : 0;
type E<T> = T extends (x: infer A extends string) => any ? A : 0;
type F<T> = T extends infer A extends infer B extends C ? 1 : 2;
// --- stdout
Program 0..527 Strict hashbang_end=0
  body:
    TSTypeAliasDeclaration 81..138
      id: BindingIdentifier 86..87 name="A"
      type_parameters: TSTypeParameters 87..90
        params:
          TSTypeParameter 88..89
            name: BindingIdentifier 88..89 name="T"
      type: TSConditionalType 93..137
        check: TSTypeReference 93..94
          name: Identifier 93..94 name="T"
        extends: TSInferType 103..125
          parameter: TSTypeParameter 109..125
            name: BindingIdentifier 109..110 name="U"
            constraint: TSKeywordType 119..125 keyword=string
        true_type: TSTypeReference 128..129
          name: Identifier 128..129 name="U"
        false_type: TSKeywordType 132..137 keyword=never
    TSTypeAliasDeclaration 139..212
      id: BindingIdentifier 144..145 name="B"
      type_parameters: TSTypeParameters 145..148
        params:
          TSTypeParameter 146..147
            name: BindingIdentifier 146..147 name="T"
      type: TSConditionalType 151..211
        check: TSTypeReference 151..152
          name: Identifier 151..152 name="T"
        extends: TSTupleType 161..197
          elements:
            TSInferType 162..184
              parameter: TSTypeParameter 168..184
                name: BindingIdentifier 168..169 name="H"
                constraint: TSKeywordType 178..184 keyword=string
            TSRestType 186..196
              type: TSInferType 189..196
                parameter: TSTypeParameter 195..196
                  name: BindingIdentifier 195..196 name="R"
        true_type: TSTupleType 200..206
          elements:
            TSTypeReference 201..202
              name: Identifier 201..202 name="H"
            TSTypeReference 204..205
              name: Identifier 204..205 name="R"
        false_type: TSTupleType 209..211
    TSTypeAliasDeclaration 276..339
      id: BindingIdentifier 281..282 name="C"
      type_parameters: TSTypeParameters 282..285
        params:
          TSTypeParameter 283..284
            name: BindingIdentifier 283..284 name="T"
      type: TSConditionalType 288..338
        check: TSTypeReference 288..289
          name: Identifier 288..289 name="T"
        extends: TSConditionalType 299..329 Parenthesized
          check: TSInferType 299..306
            parameter: TSTypeParameter 305..306
              name: BindingIdentifier 305..306 name="U"
          extends: TSKeywordType 315..321 keyword=number
          true_type: TSLiteralType 324..325
            literal: NumericLiteral 324..325 value=1
          false_type: TSLiteralType 328..329
            literal: NumericLiteral 328..329 value=0
        true_type: TSLiteralType 333..334
          literal: NumericLiteral 333..334 value=1
        false_type: TSLiteralType 337..338
          literal: NumericLiteral 337..338 value=0
    TSTypeAliasDeclaration 340..395
      id: BindingIdentifier 345..346 name="D"
      type_parameters: TSTypeParameters 346..349
        params:
          TSTypeParameter 347..348
            name: BindingIdentifier 347..348 name="T"
      type: TSConditionalType 352..394
        check: TSTypeReference 352..353
          name: Identifier 352..353 name="T"
        extends: TSInferType 363..385 Parenthesized
          parameter: TSTypeParameter 369..385
            name: BindingIdentifier 369..370 name="U"
            constraint: TSKeywordType 379..385 keyword=number
        true_type: TSLiteralType 389..390
          literal: NumericLiteral 389..390 value=1
        false_type: TSLiteralType 393..394
          literal: NumericLiteral 393..394 value=0
    TSTypeAliasDeclaration 396..461
      id: BindingIdentifier 401..402 name="E"
      type_parameters: TSTypeParameters 402..405
        params:
          TSTypeParameter 403..404
            name: BindingIdentifier 403..404 name="T"
      type: TSConditionalType 408..460
        check: TSTypeReference 408..409
          name: Identifier 408..409 name="T"
        extends: TSFunctionType 418..452
          params:
            Parameter 419..444
              pattern: BindingIdentifier 419..420 name="x"
              type: TSTypeAnnotation 420..444
                type: TSInferType 422..444
                  parameter: TSTypeParameter 428..444
                    name: BindingIdentifier 428..429 name="A"
                    constraint: TSKeywordType 438..444 keyword=string
          return_type: TSTypeAnnotation 446..452
            type: TSKeywordType 449..452 keyword=any
        true_type: TSTypeReference 455..456
          name: Identifier 455..456 name="A"
        false_type: TSLiteralType 459..460
          literal: NumericLiteral 459..460 value=0
    TSTypeAliasDeclaration 462..526
      id: BindingIdentifier 467..468 name="F"
      type_parameters: TSTypeParameters 468..471
        params:
          TSTypeParameter 469..470
            name: BindingIdentifier 469..470 name="T"
      type: TSConditionalType 474..525
        check: TSTypeReference 474..475
          name: Identifier 474..475 name="T"
        extends: TSInferType 484..517
          parameter: TSTypeParameter 490..517
            name: BindingIdentifier 490..491 name="A"
            constraint: TSInferType 500..517
              parameter: TSTypeParameter 506..517
                name: BindingIdentifier 506..507 name="B"
                constraint: TSTypeReference 516..517
                  name: Identifier 516..517 name="C"
        true_type: TSLiteralType 520..521
          literal: NumericLiteral 520..521 value=1
        false_type: TSLiteralType 524..525
          literal: NumericLiteral 524..525 value=2
