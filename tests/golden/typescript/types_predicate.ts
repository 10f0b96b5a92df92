function a(x): x is T {}
function b(x): asserts x is T {}
function c(x): asserts x {}
function d(): this is T {}
function e(): asserts this {}
type F = (asserts: any) => asserts is string;
type G = (is: any) => is is string;
type H = () => asserts;
let i = (x): x is T => x;
// --- stdout
Program 0..275 Strict hashbang_end=0
  body:
    FunctionDeclaration 0..24 Strict
      id: BindingIdentifier 9..10 name="a"
      params:
        Parameter 11..12
          pattern: BindingIdentifier 11..12 name="x"
      return_type: TSTypeAnnotation 13..21
        type: TSTypePredicate 15..21
          parameter: Identifier 15..16 name="x"
          type: TSTypeReference 20..21
            name: Identifier 20..21 name="T"
      body: BlockStatement 22..24
    FunctionDeclaration 25..57 Strict
      id: BindingIdentifier 34..35 name="b"
      params:
        Parameter 36..37
          pattern: BindingIdentifier 36..37 name="x"
      return_type: TSTypeAnnotation 38..54
        type: TSTypePredicate 40..54 Asserts
          parameter: Identifier 48..49 name="x"
          type: TSTypeReference 53..54
            name: Identifier 53..54 name="T"
      body: BlockStatement 55..57
    FunctionDeclaration 58..85 Strict
      id: BindingIdentifier 67..68 name="c"
      params:
        Parameter 69..70
          pattern: BindingIdentifier 69..70 name="x"
      return_type: TSTypeAnnotation 71..82
        type: TSTypePredicate 73..82 Asserts
          parameter: Identifier 81..82 name="x"
      body: BlockStatement 83..85
    FunctionDeclaration 86..112 Strict
      id: BindingIdentifier 95..96 name="d"
      return_type: TSTypeAnnotation 98..109
        type: TSTypePredicate 100..109
          parameter: TSThisType 100..104
          type: TSTypeReference 108..109
            name: Identifier 108..109 name="T"
      body: BlockStatement 110..112
    FunctionDeclaration 113..142 Strict
      id: BindingIdentifier 122..123 name="e"
      return_type: TSTypeAnnotation 125..139
        type: TSTypePredicate 127..139 Asserts
          parameter: TSThisType 135..139
      body: BlockStatement 140..142
    TSTypeAliasDeclaration 143..188
      id: BindingIdentifier 148..149 name="F"
      type: TSFunctionType 152..187
        params:
          Parameter 153..165
            pattern: BindingIdentifier 153..160 name="asserts"
            type: TSTypeAnnotation 160..165
              type: TSKeywordType 162..165 keyword=any
        return_type: TSTypeAnnotation 167..187
          type: TSTypePredicate 170..187
            parameter: Identifier 170..177 name="asserts"
            type: TSKeywordType 181..187 keyword=string
    TSTypeAliasDeclaration 189..224
      id: BindingIdentifier 194..195 name="G"
      type: TSFunctionType 198..223
        params:
          Parameter 199..206
            pattern: BindingIdentifier 199..201 name="is"
            type: TSTypeAnnotation 201..206
              type: TSKeywordType 203..206 keyword=any
        return_type: TSTypeAnnotation 208..223
          type: TSTypePredicate 211..223
            parameter: Identifier 211..213 name="is"
            type: TSKeywordType 217..223 keyword=string
    TSTypeAliasDeclaration 225..248
      id: BindingIdentifier 230..231 name="H"
      type: TSFunctionType 234..247
        return_type: TSTypeAnnotation 237..247
          type: TSTypeReference 240..247
            name: Identifier 240..247 name="asserts"
    VariableDeclaration 249..274 kind=let
      declarators:
        VariableDeclarator 253..273
          id: BindingIdentifier 253..254 name="i"
          init: ArrowFunction 257..273 ExpressionBody Strict
            params:
              Parameter 258..259
                pattern: BindingIdentifier 258..259 name="x"
            return_type: TSTypeAnnotation 260..268
              type: TSTypePredicate 262..268
                parameter: Identifier 262..263 name="x"
                type: TSTypeReference 267..268
                  name: Identifier 267..268 name="T"
            body: Identifier 272..273 name="x"
