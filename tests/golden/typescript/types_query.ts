type A = typeof x;
type B = typeof x.y.z<T>;
type C = typeof this.x;
type D = typeof import("m");
type E = import("m");
type F = import("m").default.A<T>;
type G = typeof import("m").x;
type H = import("m", { with: { "resolution-mode": "import" } }).I;
// --- stdout
Program 0..253 Strict hashbang_end=0
  body:
    TSTypeAliasDeclaration 0..18
      id: BindingIdentifier 5..6 name="A"
      type: TSTypeQuery 9..17
        name: Identifier 16..17 name="x"
    TSTypeAliasDeclaration 19..44
      id: BindingIdentifier 24..25 name="B"
      type: TSTypeQuery 28..43
        name: TSQualifiedName 35..40
          left: TSQualifiedName 35..38
            left: Identifier 35..36 name="x"
            right: IdentifierName 37..38 name="y"
          right: IdentifierName 39..40 name="z"
        type_arguments: TSTypeArguments 40..43
          params:
            TSTypeReference 41..42
              name: Identifier 41..42 name="T"
    TSTypeAliasDeclaration 45..68
      id: BindingIdentifier 50..51 name="C"
      type: TSTypeQuery 54..67
        name: TSQualifiedName 61..67
          left: ThisExpression 61..65
          right: IdentifierName 66..67 name="x"
    TSTypeAliasDeclaration 69..97
      id: BindingIdentifier 74..75 name="D"
      type: TSTypeQuery 78..96
        name: TSImportType 85..96
          argument: StringLiteral 92..95 value="m"
    TSTypeAliasDeclaration 98..119
      id: BindingIdentifier 103..104 name="E"
      type: TSImportType 107..118
        argument: StringLiteral 114..117 value="m"
    TSTypeAliasDeclaration 120..154
      id: BindingIdentifier 125..126 name="F"
      type: TSImportType 129..153
        argument: StringLiteral 136..139 value="m"
        qualifier: TSQualifiedName 141..150
          left: IdentifierName 141..148 name="default"
          right: IdentifierName 149..150 name="A"
        type_arguments: TSTypeArguments 150..153
          params:
            TSTypeReference 151..152
              name: Identifier 151..152 name="T"
    TSTypeAliasDeclaration 155..185
      id: BindingIdentifier 160..161 name="G"
      type: TSTypeQuery 164..184
        name: TSImportType 171..184
          argument: StringLiteral 178..181 value="m"
          qualifier: IdentifierName 183..184 name="x"
    TSTypeAliasDeclaration 186..252
      id: BindingIdentifier 191..192 name="H"
      type: TSImportType 195..251
        argument: StringLiteral 202..205 value="m"
        options: ObjectExpression 207..248
          properties:
            Property 209..246 kind=init
              key: IdentifierName 209..213 name="with"
              value: ObjectExpression 215..246
                properties:
                  Property 217..244 kind=init
                    key: StringLiteral 217..234 value="resolution-mode"
                    value: StringLiteral 236..244 value="import"
        qualifier: IdentifierName 250..251 name="I"
