// --- more-args: --dump=ast
import a, { b as c, "d" as e, default as f } from "g" with { type: "json" };
import defer * as h from "i";
import source j from "k";
import source from "l";
import defer, * as type from "m";
import "n";
export { a as b, c as "string" };
export * from "o";
export * as p from "q";
export * as "r" from "s";
export { default, "t" as u } from "v";
export default async function () { }
export @dec class W { }
using x = y;
await using z = await y;
// --- stdout
Program 0..444 Strict hashbang_end=0
  body:
    ImportDeclaration 0..76 phase=evaluation
      specifiers:
        ImportDefaultSpecifier 7..8
          local: BindingIdentifier 7..8 name="a"
        ImportSpecifier 12..18
          imported: IdentifierName 12..13 name="b"
          local: BindingIdentifier 17..18 name="c"
        ImportSpecifier 20..28
          imported: StringLiteral 20..23 value="d"
          local: BindingIdentifier 27..28 name="e"
        ImportSpecifier 30..42
          imported: IdentifierName 30..37 name="default"
          local: BindingIdentifier 41..42 name="f"
      source: StringLiteral 50..53 value="g"
      attributes:
        ImportAttribute 61..73
          key: IdentifierName 61..65 name="type"
          value: StringLiteral 67..73 value="json"
    ImportDeclaration 77..106 phase=defer
      specifiers:
        ImportNamespaceSpecifier 90..96
          local: BindingIdentifier 95..96 name="h"
      source: StringLiteral 102..105 value="i"
    ImportDeclaration 107..132 phase=source
      specifiers:
        ImportDefaultSpecifier 121..122
          local: BindingIdentifier 121..122 name="j"
      source: StringLiteral 128..131 value="k"
    ImportDeclaration 133..156 phase=evaluation
      specifiers:
        ImportDefaultSpecifier 140..146
          local: BindingIdentifier 140..146 name="source"
      source: StringLiteral 152..155 value="l"
    ImportDeclaration 157..190 phase=evaluation
      specifiers:
        ImportDefaultSpecifier 164..169
          local: BindingIdentifier 164..169 name="defer"
        ImportNamespaceSpecifier 171..180
          local: BindingIdentifier 176..180 name="type"
      source: StringLiteral 186..189 value="m"
    ImportDeclaration 191..202 phase=evaluation
      source: StringLiteral 198..201 value="n"
    ExportNamedDeclaration 203..236
      specifiers:
        ExportSpecifier 212..218
          local: Identifier 212..213 name="a"
          exported: IdentifierName 217..218 name="b"
        ExportSpecifier 220..233
          local: Identifier 220..221 name="c"
          exported: StringLiteral 225..233 value="string"
    ExportAllDeclaration 237..255
      source: StringLiteral 251..254 value="o"
    ExportAllDeclaration 256..279
      exported: IdentifierName 268..269 name="p"
      source: StringLiteral 275..278 value="q"
    ExportAllDeclaration 280..305
      exported: StringLiteral 292..295 value="r"
      source: StringLiteral 301..304 value="s"
    ExportNamedDeclaration 306..344
      specifiers:
        ExportSpecifier 315..322
          local: IdentifierName 315..322 name="default"
          exported: IdentifierName 315..322 name="default"
        ExportSpecifier 324..332
          local: StringLiteral 324..327 value="t"
          exported: IdentifierName 331..332 name="u"
      source: StringLiteral 340..343 value="v"
    ExportDefaultDeclaration 345..381
      declaration: FunctionDeclaration 360..381 Async Strict
        body: BlockStatement 378..381
    ExportNamedDeclaration 382..405
      declaration: ClassDeclaration 389..405 body_start=402
        decorators:
          Decorator 389..393
            expression: Identifier 390..393 name="dec"
        id: BindingIdentifier 400..401 name="W"
    VariableDeclaration 406..418 kind=using
      declarators:
        VariableDeclarator 412..417
          id: BindingIdentifier 412..413 name="x"
          init: Identifier 416..417 name="y"
    VariableDeclaration 419..443 kind=await using
      declarators:
        VariableDeclarator 431..442
          id: BindingIdentifier 431..432 name="z"
          init: AwaitExpression 435..442
            argument: Identifier 441..442 name="y"
