enum A { a, b = 1, "c-d", ['e'] = "x".length, }
const enum B { a = 1 << 2 }
declare enum C { a }
declare const enum D {}
// --- stdout
Program 0..121 Strict hashbang_end=0
  body:
    TSEnumDeclaration 0..47 body_start=7
      id: BindingIdentifier 5..6 name="A"
      members:
        TSEnumMember 9..10
          id: IdentifierName 9..10 name="a"
        TSEnumMember 12..17
          id: IdentifierName 12..13 name="b"
          init: NumericLiteral 16..17 value=1
        TSEnumMember 19..24
          id: StringLiteral 19..24 value="c-d"
        TSEnumMember 26..44 Computed
          id: StringLiteral 27..30 value="e"
          init: StaticMember 34..44 name="length" name_start=38
            object: StringLiteral 34..37 value="x"
    TSEnumDeclaration 48..75 Const body_start=61
      id: BindingIdentifier 59..60 name="B"
      members:
        TSEnumMember 63..73
          id: IdentifierName 63..64 name="a"
          init: BinaryExpression 67..73 op=<<
            left: NumericLiteral 67..68 value=1
            right: NumericLiteral 72..73 value=2
    TSEnumDeclaration 76..96 Declare body_start=91
      id: BindingIdentifier 89..90 name="C"
      members:
        TSEnumMember 93..94
          id: IdentifierName 93..94 name="a"
    TSEnumDeclaration 97..120 Declare Const body_start=118
      id: BindingIdentifier 116..117 name="D"
