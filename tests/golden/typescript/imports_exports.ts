import a = require("a");
import type b = require("b");
import c = d.e.f;
export import g = h.i;
import type j from "j";
import type { k } from "k";
import type * as l from "l";
import { type m, type as as n, type type } from "m";
export type { m } from "m";
export type * from "o";
export type * as p from "p";
export { type c, type a as q };
// --- stdout
Program 0..343 Strict hashbang_end=0
  body:
    TSImportEqualsDeclaration 0..24
      id: BindingIdentifier 7..8 name="a"
      reference: TSExternalModuleReference 11..23
        expression: StringLiteral 19..22 value="a"
    TSImportEqualsDeclaration 25..54 TypeOnly
      id: BindingIdentifier 37..38 name="b"
      reference: TSExternalModuleReference 41..53
        expression: StringLiteral 49..52 value="b"
    TSImportEqualsDeclaration 55..72
      id: BindingIdentifier 62..63 name="c"
      reference: TSQualifiedName 66..71
        left: TSQualifiedName 66..69
          left: Identifier 66..67 name="d"
          right: IdentifierName 68..69 name="e"
        right: IdentifierName 70..71 name="f"
    TSImportEqualsDeclaration 73..95 Export
      id: BindingIdentifier 87..88 name="g"
      reference: TSQualifiedName 91..94
        left: Identifier 91..92 name="h"
        right: IdentifierName 93..94 name="i"
    ImportDeclaration 96..119 TypeOnly phase=evaluation
      specifiers:
        ImportDefaultSpecifier 108..109
          local: BindingIdentifier 108..109 name="j"
      source: StringLiteral 115..118 value="j"
    ImportDeclaration 120..147 TypeOnly phase=evaluation
      specifiers:
        ImportSpecifier 134..135
          imported: IdentifierName 134..135 name="k"
          local: BindingIdentifier 134..135 name="k"
      source: StringLiteral 143..146 value="k"
    ImportDeclaration 148..176 TypeOnly phase=evaluation
      specifiers:
        ImportNamespaceSpecifier 160..166
          local: BindingIdentifier 165..166 name="l"
      source: StringLiteral 172..175 value="l"
    ImportDeclaration 177..229 phase=evaluation
      specifiers:
        ImportSpecifier 186..192 TypeOnly
          imported: IdentifierName 191..192 name="m"
          local: BindingIdentifier 191..192 name="m"
        ImportSpecifier 194..206 TypeOnly
          imported: IdentifierName 199..201 name="as"
          local: BindingIdentifier 205..206 name="n"
        ImportSpecifier 208..217 TypeOnly
          imported: IdentifierName 213..217 name="type"
          local: BindingIdentifier 213..217 name="type"
      source: StringLiteral 225..228 value="m"
    ExportNamedDeclaration 230..257 TypeOnly
      specifiers:
        ExportSpecifier 244..245
          local: IdentifierName 244..245 name="m"
          exported: IdentifierName 244..245 name="m"
      source: StringLiteral 253..256 value="m"
    ExportAllDeclaration 258..281 TypeOnly
      source: StringLiteral 277..280 value="o"
    ExportAllDeclaration 282..310 TypeOnly
      exported: IdentifierName 299..300 name="p"
      source: StringLiteral 306..309 value="p"
    ExportNamedDeclaration 311..342
      specifiers:
        ExportSpecifier 320..326 TypeOnly
          local: Identifier 325..326 name="c"
          exported: IdentifierName 325..326 name="c"
        ExportSpecifier 328..339 TypeOnly
          local: Identifier 333..334 name="a"
          exported: IdentifierName 338..339 name="q"
