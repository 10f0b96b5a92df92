// --- more-args: --dump=ast
a?.b.c(1)?.[d].e;
(a?.b).c;
new a.b(c)(d);
new new a()();
import("x", { with: { } }).then;
import.source("x"), import.defer("y"), import.meta.url;
a.b`c${d}e`.f;
/* @__PURE__ */ a.b()();
super_.x;
// --- stdout
Program 0..197 Strict hashbang_end=0
  body:
    ExpressionStatement 0..17
      expression: ChainExpression 0..16
        expression: StaticMember 0..16 name="e" name_start=15
          object: ComputedMember 0..14 Optional
            object: CallExpression 0..9
              callee: StaticMember 0..6 name="c" name_start=5
                object: StaticMember 0..4 Optional name="b" name_start=3
                  object: Identifier 0..1 name="a"
              arguments:
                NumericLiteral 7..8 value=1
            property: Identifier 12..13 name="d"
    ExpressionStatement 18..27
      expression: StaticMember 18..26 name="c" name_start=25
        object: ChainExpression 19..23 Parenthesized
          expression: StaticMember 19..23 Optional name="b" name_start=22
            object: Identifier 19..20 name="a"
    ExpressionStatement 28..42
      expression: CallExpression 28..41
        callee: NewExpression 28..38
          callee: StaticMember 32..35 name="b" name_start=34
            object: Identifier 32..33 name="a"
          arguments:
            Identifier 36..37 name="c"
        arguments:
          Identifier 39..40 name="d"
    ExpressionStatement 43..57
      expression: NewExpression 43..56
        callee: NewExpression 47..54
          callee: Identifier 51..52 name="a"
    ExpressionStatement 58..90
      expression: StaticMember 58..89 name="then" name_start=85
        object: ImportExpression 58..84 phase=evaluation
          source: StringLiteral 65..68 value="x"
          options: ObjectExpression 70..83
            properties:
              Property 72..81 kind=init
                key: IdentifierName 72..76 name="with"
                value: ObjectExpression 78..81
    ExpressionStatement 91..146
      expression: SequenceExpression 91..145
        expressions:
          ImportExpression 91..109 phase=source
            source: StringLiteral 105..108 value="x"
          ImportExpression 111..128 phase=defer
            source: StringLiteral 124..127 value="y"
          StaticMember 130..145 name="url" name_start=142
            object: ImportMeta 130..141
    ExpressionStatement 147..161
      expression: StaticMember 147..160 name="f" name_start=159
        object: TaggedTemplate 147..158
          tag: StaticMember 147..150 name="b" name_start=149
            object: Identifier 147..148 name="a"
          quasi: TemplateLiteral 150..158
            quasis:
              TemplateElement 151..152 cooked="c" raw="c"
              TemplateElement 156..157 Tail cooked="e" raw="e"
            expressions:
              Identifier 154..155 name="d"
    ExpressionStatement 178..186
      expression: CallExpression 178..185 Pure
        callee: CallExpression 178..183
          callee: StaticMember 178..181 name="b" name_start=180
            object: Identifier 178..179 name="a"
    ExpressionStatement 187..196
      expression: StaticMember 187..195 name="x" name_start=194
        object: Identifier 187..193 name="super_"
