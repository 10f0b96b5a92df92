export interface A {}
export type B = 1;
export enum C {}
export const enum D {}
export namespace E {}
export abstract class F {}
export declare const g: 1;
export default interface H {}
// --- stdout
Program 0..187 Strict hashbang_end=0
  body:
    ExportNamedDeclaration 0..21
      declaration: TSInterfaceDeclaration 7..21 body_start=19
        id: BindingIdentifier 17..18 name="A"
    ExportNamedDeclaration 22..40
      declaration: TSTypeAliasDeclaration 29..40
        id: BindingIdentifier 34..35 name="B"
        type: TSLiteralType 38..39
          literal: NumericLiteral 38..39 value=1
    ExportNamedDeclaration 41..57
      declaration: TSEnumDeclaration 48..57 body_start=55
        id: BindingIdentifier 53..54 name="C"
    ExportNamedDeclaration 58..80
      declaration: TSEnumDeclaration 65..80 Const body_start=78
        id: BindingIdentifier 76..77 name="D"
    ExportNamedDeclaration 81..102
      declaration: TSModuleDeclaration 88..102 keyword=namespace
        id: BindingIdentifier 98..99 name="E"
        body: TSModuleBlock 100..102
    ExportNamedDeclaration 103..129
      declaration: ClassDeclaration 110..129 Abstract body_start=127
        id: BindingIdentifier 125..126 name="F"
    ExportNamedDeclaration 130..156
      declaration: VariableDeclaration 137..156 Declare kind=const
        declarators:
          VariableDeclarator 151..155
            id: BindingIdentifier 151..152 name="g"
            type: TSTypeAnnotation 152..155
              type: TSLiteralType 154..155
                literal: NumericLiteral 154..155 value=1
    ExportDefaultDeclaration 157..186
      declaration: TSInterfaceDeclaration 172..186 body_start=184
        id: BindingIdentifier 182..183 name="H"
