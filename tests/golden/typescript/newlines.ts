// A line break ends what could go on, before `[`, `!`, `is`, `<`, `as`...
let a: A
[0];
let b: B
<T>c;
x = y
!z;
x = y
as
T;
type
D = 1;
declare
let e;
abstract
class F {}
interface G
{}
type H = I
  | J;
interface K { l: M
  [n: string]: O
  p
  (): Q }
// --- stdout
Program 0..256 Strict hashbang_end=0
  body:
    VariableDeclaration 75..83 kind=let
      declarators:
        VariableDeclarator 79..83
          id: BindingIdentifier 79..80 name="a"
          type: TSTypeAnnotation 80..83
            type: TSTypeReference 82..83
              name: Identifier 82..83 name="A"
    ExpressionStatement 84..88
      expression: ArrayExpression 84..87
        elements:
          NumericLiteral 85..86 value=0
    VariableDeclaration 89..97 kind=let
      declarators:
        VariableDeclarator 93..97
          id: BindingIdentifier 93..94 name="b"
          type: TSTypeAnnotation 94..97
            type: TSTypeReference 96..97
              name: Identifier 96..97 name="B"
    ExpressionStatement 98..103
      expression: TSTypeAssertion 98..102
        type: TSTypeReference 99..100
          name: Identifier 99..100 name="T"
        expression: Identifier 101..102 name="c"
    ExpressionStatement 104..109
      expression: AssignmentExpression 104..109 op==
        left: Identifier 104..105 name="x"
        right: Identifier 108..109 name="y"
    ExpressionStatement 110..113
      expression: UnaryExpression 110..112 op=!
        argument: Identifier 111..112 name="z"
    ExpressionStatement 114..119
      expression: AssignmentExpression 114..119 op==
        left: Identifier 114..115 name="x"
        right: Identifier 118..119 name="y"
    ExpressionStatement 120..122
      expression: Identifier 120..122 name="as"
    ExpressionStatement 123..125
      expression: Identifier 123..124 name="T"
    ExpressionStatement 126..130
      expression: Identifier 126..130 name="type"
    ExpressionStatement 131..137
      expression: AssignmentExpression 131..136 op==
        left: Identifier 131..132 name="D"
        right: NumericLiteral 135..136 value=1
    ExpressionStatement 138..145
      expression: Identifier 138..145 name="declare"
    VariableDeclaration 146..152 kind=let
      declarators:
        VariableDeclarator 150..151
          id: BindingIdentifier 150..151 name="e"
    ExpressionStatement 153..161
      expression: Identifier 153..161 name="abstract"
    ClassDeclaration 162..172 body_start=170
      id: BindingIdentifier 168..169 name="F"
    TSInterfaceDeclaration 173..187 body_start=185
      id: BindingIdentifier 183..184 name="G"
    TSTypeAliasDeclaration 188..205
      id: BindingIdentifier 193..194 name="H"
      type: TSUnionType 197..204
        types:
          TSTypeReference 197..198
            name: Identifier 197..198 name="I"
          TSTypeReference 203..204
            name: Identifier 203..204 name="J"
    TSInterfaceDeclaration 206..255 body_start=218
      id: BindingIdentifier 216..217 name="K"
      members:
        TSPropertySignature 220..224
          key: IdentifierName 220..221 name="l"
          type: TSTypeAnnotation 221..224
            type: TSTypeReference 223..224
              name: Identifier 223..224 name="M"
        TSIndexSignature 227..241
          params:
            Parameter 228..237
              pattern: BindingIdentifier 228..229 name="n"
              type: TSTypeAnnotation 229..237
                type: TSKeywordType 231..237 keyword=string
          type: TSTypeAnnotation 238..241
            type: TSTypeReference 240..241
              name: Identifier 240..241 name="O"
        TSMethodSignature 244..253 kind=method
          key: IdentifierName 244..245 name="p"
          return_type: TSTypeAnnotation 250..253
            type: TSTypeReference 252..253
              name: Identifier 252..253 name="Q"
