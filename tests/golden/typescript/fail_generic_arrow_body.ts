const plain = <T,>(x: T) => {
  return x +;
};
const waiting = async <T>(x: T): Promise<T> => {
  const y = await x
  if (y {
    return y;
  }
  return x +;
};
const call = async<T>(1);
const member = async <T, U>(x: U) => x.;
// --- stdout
Program 0..228 Strict hashbang_end=0
  body:
    VariableDeclaration 0..46 kind=const
      declarators:
        VariableDeclarator 6..45
          id: BindingIdentifier 6..11 name="plain"
          init: ArrowFunction 14..45 Strict
            type_parameters: TSTypeParameters 14..18
              params:
                TSTypeParameter 15..16
                  name: BindingIdentifier 15..16 name="T"
            params:
              Parameter 19..23
                pattern: BindingIdentifier 19..20 name="x"
                type: TSTypeAnnotation 20..23
                  type: TSTypeReference 22..23
                    name: Identifier 22..23 name="T"
            body: BlockStatement 28..45
              body:
                ReturnStatement 32..43
                  argument: BinaryExpression 39..42 op=+
                    left: Identifier 39..40 name="x"
                    right: ErrorNode 42..42
    VariableDeclaration 47..160 kind=const
      declarators:
        VariableDeclarator 53..159
          id: BindingIdentifier 53..60 name="waiting"
          init: ArrowFunction 63..159 Async Strict
            type_parameters: TSTypeParameters 69..72
              params:
                TSTypeParameter 70..71
                  name: BindingIdentifier 70..71 name="T"
            params:
              Parameter 73..77
                pattern: BindingIdentifier 73..74 name="x"
                type: TSTypeAnnotation 74..77
                  type: TSTypeReference 76..77
                    name: Identifier 76..77 name="T"
            return_type: TSTypeAnnotation 78..90
              type: TSTypeReference 80..90
                name: Identifier 80..87 name="Promise"
                type_arguments: TSTypeArguments 87..90
                  params:
                    TSTypeReference 88..89
                      name: Identifier 88..89 name="T"
            body: BlockStatement 94..159
              body:
                VariableDeclaration 98..115 kind=const
                  declarators:
                    VariableDeclarator 104..115
                      id: BindingIdentifier 104..105 name="y"
                      init: AwaitExpression 108..115
                        argument: Identifier 114..115 name="x"
                IfStatement 118..143
                  test: Identifier 122..123 name="y"
                  consequent: BlockStatement 124..143
                    body:
                      ReturnStatement 130..139
                        argument: Identifier 137..138 name="y"
                ReturnStatement 146..157
                  argument: BinaryExpression 153..156 op=+
                    left: Identifier 153..154 name="x"
                    right: ErrorNode 156..156
    VariableDeclaration 161..186 kind=const
      declarators:
        VariableDeclarator 167..185
          id: BindingIdentifier 167..171 name="call"
          init: CallExpression 174..185
            callee: Identifier 174..179 name="async"
            type_arguments: TSTypeArguments 179..182
              params:
                TSTypeReference 180..181
                  name: Identifier 180..181 name="T"
            arguments:
              NumericLiteral 183..184 value=1
    VariableDeclaration 187..227 kind=const
      declarators:
        VariableDeclarator 193..226
          id: BindingIdentifier 193..199 name="member"
          init: ArrowFunction 202..226 Async ExpressionBody Strict
            type_parameters: TSTypeParameters 208..214
              params:
                TSTypeParameter 209..210
                  name: BindingIdentifier 209..210 name="T"
                TSTypeParameter 212..213
                  name: BindingIdentifier 212..213 name="U"
            params:
              Parameter 215..219
                pattern: BindingIdentifier 215..216 name="x"
                type: TSTypeAnnotation 216..219
                  type: TSTypeReference 218..219
                    name: Identifier 218..219 name="U"
            body: StaticMember 224..226 name="" name_start=226
              object: Identifier 224..225 name="x"
// --- stderr
error[P1105]: expected an expression, found `;`
 --> fail_generic_arrow_body.ts:2:13
  |
2 |   return x +;
  |             ^

error[P1101]: expected `)`, found `{`
 --> fail_generic_arrow_body.ts:6:9
  |
6 |   if (y {
  |      -  ^
  |      |
  |      opened here
help: insert `)`
  |
6 |   if (y) {
  |        +

error[P1105]: expected an expression, found `;`
 --> fail_generic_arrow_body.ts:9:13
  |
9 |   return x +;
  |             ^

error[P1101]: expected a property name, found `;`
  --> fail_generic_arrow_body.ts:12:40
   |
12 | const member = async <T, U>(x: U) => x.;
   |                                        ^
