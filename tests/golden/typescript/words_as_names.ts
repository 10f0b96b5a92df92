// Every word of the type grammar is also a name.
type = interface_ = 1; type.x; type(); namespace.x; module.exports = 1; global.x; declare(); abstract = 1;
var type, declare, namespace, module, abstract, global, is, keyof, infer, asserts, unique, out, readonly_;
type type = type; type of = of; type as = as; type declare = is; type async = async;
class A { declare; readonly; abstract; static; get; set; async; accessor; declare() {} readonly = 1; static static = 1 }
let as = 1, satisfies = 2;
as as as;
satisfies satisfies satisfies;
// --- stdout
Program 0..538 Strict hashbang_end=0
  body:
    ExpressionStatement 50..72
      expression: AssignmentExpression 50..71 op==
        left: Identifier 50..54 name="type"
        right: AssignmentExpression 57..71 op==
          left: Identifier 57..67 name="interface_"
          right: NumericLiteral 70..71 value=1
    ExpressionStatement 73..80
      expression: StaticMember 73..79 name="x" name_start=78
        object: Identifier 73..77 name="type"
    ExpressionStatement 81..88
      expression: CallExpression 81..87
        callee: Identifier 81..85 name="type"
    ExpressionStatement 89..101
      expression: StaticMember 89..100 name="x" name_start=99
        object: Identifier 89..98 name="namespace"
    ExpressionStatement 102..121
      expression: AssignmentExpression 102..120 op==
        left: StaticMember 102..116 name="exports" name_start=109
          object: Identifier 102..108 name="module"
        right: NumericLiteral 119..120 value=1
    ExpressionStatement 122..131
      expression: StaticMember 122..130 name="x" name_start=129
        object: Identifier 122..128 name="global"
    ExpressionStatement 132..142
      expression: CallExpression 132..141
        callee: Identifier 132..139 name="declare"
    ExpressionStatement 143..156
      expression: AssignmentExpression 143..155 op==
        left: Identifier 143..151 name="abstract"
        right: NumericLiteral 154..155 value=1
    VariableDeclaration 157..263 kind=var
      declarators:
        VariableDeclarator 161..165
          id: BindingIdentifier 161..165 name="type"
        VariableDeclarator 167..174
          id: BindingIdentifier 167..174 name="declare"
        VariableDeclarator 176..185
          id: BindingIdentifier 176..185 name="namespace"
        VariableDeclarator 187..193
          id: BindingIdentifier 187..193 name="module"
        VariableDeclarator 195..203
          id: BindingIdentifier 195..203 name="abstract"
        VariableDeclarator 205..211
          id: BindingIdentifier 205..211 name="global"
        VariableDeclarator 213..215
          id: BindingIdentifier 213..215 name="is"
        VariableDeclarator 217..222
          id: BindingIdentifier 217..222 name="keyof"
        VariableDeclarator 224..229
          id: BindingIdentifier 224..229 name="infer"
        VariableDeclarator 231..238
          id: BindingIdentifier 231..238 name="asserts"
        VariableDeclarator 240..246
          id: BindingIdentifier 240..246 name="unique"
        VariableDeclarator 248..251
          id: BindingIdentifier 248..251 name="out"
        VariableDeclarator 253..262
          id: BindingIdentifier 253..262 name="readonly_"
    TSTypeAliasDeclaration 264..281
      id: BindingIdentifier 269..273 name="type"
      type: TSTypeReference 276..280
        name: Identifier 276..280 name="type"
    TSTypeAliasDeclaration 282..295
      id: BindingIdentifier 287..289 name="of"
      type: TSTypeReference 292..294
        name: Identifier 292..294 name="of"
    TSTypeAliasDeclaration 296..309
      id: BindingIdentifier 301..303 name="as"
      type: TSTypeReference 306..308
        name: Identifier 306..308 name="as"
    TSTypeAliasDeclaration 310..328
      id: BindingIdentifier 315..322 name="declare"
      type: TSTypeReference 325..327
        name: Identifier 325..327 name="is"
    TSTypeAliasDeclaration 329..348
      id: BindingIdentifier 334..339 name="async"
      type: TSTypeReference 342..347
        name: Identifier 342..347 name="async"
    ClassDeclaration 349..469 body_start=357
      id: BindingIdentifier 355..356 name="A"
      members:
        PropertyDefinition 359..367
          key: IdentifierName 359..366 name="declare"
        PropertyDefinition 368..377
          key: IdentifierName 368..376 name="readonly"
        PropertyDefinition 378..387
          key: IdentifierName 378..386 name="abstract"
        PropertyDefinition 388..395
          key: IdentifierName 388..394 name="static"
        PropertyDefinition 396..400
          key: IdentifierName 396..399 name="get"
        PropertyDefinition 401..405
          key: IdentifierName 401..404 name="set"
        PropertyDefinition 406..412
          key: IdentifierName 406..411 name="async"
        PropertyDefinition 413..422
          key: IdentifierName 413..421 name="accessor"
        MethodDefinition 423..435 kind=method
          key: IdentifierName 423..430 name="declare"
          value: FunctionExpression 430..435 Strict
            body: BlockStatement 433..435
        PropertyDefinition 436..449
          key: IdentifierName 436..444 name="readonly"
          value: NumericLiteral 447..448 value=1
        PropertyDefinition 450..467 Static
          key: IdentifierName 457..463 name="static"
          value: NumericLiteral 466..467 value=1
    VariableDeclaration 470..496 kind=let
      declarators:
        VariableDeclarator 474..480
          id: BindingIdentifier 474..476 name="as"
          init: NumericLiteral 479..480 value=1
        VariableDeclarator 482..495
          id: BindingIdentifier 482..491 name="satisfies"
          init: NumericLiteral 494..495 value=2
    ExpressionStatement 497..506
      expression: TSAsExpression 497..505
        expression: Identifier 497..499 name="as"
        type: TSTypeReference 503..505
          name: Identifier 503..505 name="as"
    ExpressionStatement 507..537
      expression: TSSatisfiesExpression 507..536
        expression: Identifier 507..516 name="satisfies"
        type: TSTypeReference 527..536
          name: Identifier 527..536 name="satisfies"
