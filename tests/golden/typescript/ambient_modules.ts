declare module "a" {
  import b from "c";
  export default b;
  export * from "d";
}
declare module "e";
declare module "f" { const x: 1; export = x; }
declare global { interface G {} var h: 1 }
// --- stdout
Program 0..195 Strict hashbang_end=0
  body:
    TSModuleDeclaration 0..84 Declare keyword=module
      id: StringLiteral 15..18 value="a"
      body: TSModuleBlock 19..84
        body:
          ImportDeclaration 23..41 phase=evaluation
            specifiers:
              ImportDefaultSpecifier 30..31
                local: BindingIdentifier 30..31 name="b"
            source: StringLiteral 37..40 value="c"
          ExportDefaultDeclaration 44..61
            declaration: Identifier 59..60 name="b"
          ExportAllDeclaration 64..82
            source: StringLiteral 78..81 value="d"
    TSModuleDeclaration 85..104 Declare keyword=module
      id: StringLiteral 100..103 value="e"
    TSModuleDeclaration 105..151 Declare keyword=module
      id: StringLiteral 120..123 value="f"
      body: TSModuleBlock 124..151
        body:
          VariableDeclaration 126..137 kind=const
            declarators:
              VariableDeclarator 132..136
                id: BindingIdentifier 132..133 name="x"
                type: TSTypeAnnotation 133..136
                  type: TSLiteralType 135..136
                    literal: NumericLiteral 135..136 value=1
          TSExportAssignment 138..149
            expression: Identifier 147..148 name="x"
    TSModuleDeclaration 152..194 Declare keyword=global
      id: BindingIdentifier 160..166 name="global"
      body: TSModuleBlock 167..194
        body:
          TSInterfaceDeclaration 169..183 body_start=181
            id: BindingIdentifier 179..180 name="G"
          VariableDeclaration 184..192 kind=var
            declarators:
              VariableDeclarator 188..192
                id: BindingIdentifier 188..189 name="h"
                type: TSTypeAnnotation 189..192
                  type: TSLiteralType 191..192
                    literal: NumericLiteral 191..192 value=1
