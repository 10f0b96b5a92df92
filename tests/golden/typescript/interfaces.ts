interface A {}
interface B<T> extends C<T>, D.E { f: G }
declare interface H extends I {}
// --- stdout
Program 0..90 Strict hashbang_end=0
  body:
    TSInterfaceDeclaration 0..14 body_start=12
      id: BindingIdentifier 10..11 name="A"
    TSInterfaceDeclaration 15..56 body_start=48
      id: BindingIdentifier 25..26 name="B"
      type_parameters: TSTypeParameters 26..29
        params:
          TSTypeParameter 27..28
            name: BindingIdentifier 27..28 name="T"
      extends:
        TSHeritage 38..42
          expression: Identifier 38..39 name="C"
          type_arguments: TSTypeArguments 39..42
            params:
              TSTypeReference 40..41
                name: Identifier 40..41 name="T"
        TSHeritage 44..47
          expression: StaticMember 44..47 name="E" name_start=46
            object: Identifier 44..45 name="D"
      members:
        TSPropertySignature 50..54
          key: IdentifierName 50..51 name="f"
          type: TSTypeAnnotation 51..54
            type: TSTypeReference 53..54
              name: Identifier 53..54 name="G"
    TSInterfaceDeclaration 57..89 Declare body_start=87
      id: BindingIdentifier 75..76 name="H"
      extends:
        TSHeritage 85..86
          expression: Identifier 85..86 name="I"
