namespace A { export const x = 1; namespace B {} }
namespace C.D.E { export namespace F {} }
module G { import H = I.J; export import K = L; }
declare namespace M { let n; function o(): void; class P { q(): void } }
// --- stdout
Program 0..216 Strict hashbang_end=0
  body:
    TSModuleDeclaration 0..50 keyword=namespace
      id: BindingIdentifier 10..11 name="A"
      body: TSModuleBlock 12..50
        body:
          ExportNamedDeclaration 14..33
            declaration: VariableDeclaration 21..33 kind=const
              declarators:
                VariableDeclarator 27..32
                  id: BindingIdentifier 27..28 name="x"
                  init: NumericLiteral 31..32 value=1
          TSModuleDeclaration 34..48 keyword=namespace
            id: BindingIdentifier 44..45 name="B"
            body: TSModuleBlock 46..48
    TSModuleDeclaration 51..92 keyword=namespace
      id: TSQualifiedName 61..66
        left: TSQualifiedName 61..64
          left: BindingIdentifier 61..62 name="C"
          right: IdentifierName 63..64 name="D"
        right: IdentifierName 65..66 name="E"
      body: TSModuleBlock 67..92
        body:
          ExportNamedDeclaration 69..90
            declaration: TSModuleDeclaration 76..90 keyword=namespace
              id: BindingIdentifier 86..87 name="F"
              body: TSModuleBlock 88..90
    TSModuleDeclaration 93..142 keyword=module
      id: BindingIdentifier 100..101 name="G"
      body: TSModuleBlock 102..142
        body:
          TSImportEqualsDeclaration 104..119
            id: BindingIdentifier 111..112 name="H"
            reference: TSQualifiedName 115..118
              left: Identifier 115..116 name="I"
              right: IdentifierName 117..118 name="J"
          TSImportEqualsDeclaration 120..140 Export
            id: BindingIdentifier 134..135 name="K"
            reference: Identifier 138..139 name="L"
    TSModuleDeclaration 143..215 Declare keyword=namespace
      id: BindingIdentifier 161..162 name="M"
      body: TSModuleBlock 163..215
        body:
          VariableDeclaration 165..171 kind=let
            declarators:
              VariableDeclarator 169..170
                id: BindingIdentifier 169..170 name="n"
          FunctionDeclaration 172..191
            id: BindingIdentifier 181..182 name="o"
            return_type: TSTypeAnnotation 184..190
              type: TSKeywordType 186..190 keyword=void
          ClassDeclaration 192..213 body_start=200
            id: BindingIdentifier 198..199 name="P"
            members:
              MethodDefinition 202..211 kind=method
                key: IdentifierName 202..203 name="q"
                value: FunctionExpression 203..211
                  return_type: TSTypeAnnotation 205..211
                    type: TSKeywordType 207..211 keyword=void
