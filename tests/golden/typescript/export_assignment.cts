import a = require("a");
export = a;
// --- stdout
Program 0..37 hashbang_end=0
  body:
    TSImportEqualsDeclaration 0..24
      id: BindingIdentifier 7..8 name="a"
      reference: TSExternalModuleReference 11..23
        expression: StringLiteral 19..22 value="a"
    TSExportAssignment 25..36
      expression: Identifier 34..35 name="a"
