a = <b>
  text &lt; {c} {/* nothing */}{} {...d}
  <e>1</e>
  // no comment
</b>;
a = <>{f ? <g /> : <h></h>}</>;
// --- stdout
Program 0..114 Strict hashbang_end=0
  body:
    ExpressionStatement 0..81
      expression: AssignmentExpression 0..80 op==
        left: Identifier 0..1 name="a"
        right: JSXElement 4..80
          opening: JSXOpeningElement 4..7
            name: JSXIdentifier 5..6 name="b"
          children:
            JSXText 7..20 value="\n  text < "
            JSXExpressionContainer 20..23
              expression: Identifier 21..22 name="c"
            JSXText 23..24 value=" "
            JSXExpressionContainer 24..39
              expression: JSXEmptyExpression 25..38
            JSXExpressionContainer 39..41
              expression: JSXEmptyExpression 40..40
            JSXText 41..42 value=" "
            JSXSpreadChild 42..48
              expression: Identifier 46..47 name="d"
            JSXText 48..51 value="\n  "
            JSXElement 51..59
              opening: JSXOpeningElement 51..54
                name: JSXIdentifier 52..53 name="e"
              children:
                JSXText 54..55 value="1"
              closing: JSXClosingElement 55..59
                name: JSXIdentifier 57..58 name="e"
            JSXText 59..76 value="\n  // no comment\n"
          closing: JSXClosingElement 76..80
            name: JSXIdentifier 78..79 name="b"
    ExpressionStatement 82..113
      expression: AssignmentExpression 82..112 op==
        left: Identifier 82..83 name="a"
        right: JSXFragment 86..112
          opening: JSXOpeningFragment 86..88
          children:
            JSXExpressionContainer 88..109
              expression: ConditionalExpression 89..108
                test: Identifier 89..90 name="f"
                consequent: JSXElement 93..98
                  opening: JSXOpeningElement 93..98 SelfClosing
                    name: JSXIdentifier 94..95 name="g"
                alternate: JSXElement 101..108
                  opening: JSXOpeningElement 101..104
                    name: JSXIdentifier 102..103 name="h"
                  closing: JSXClosingElement 104..108
                    name: JSXIdentifier 106..107 name="h"
          closing: JSXClosingFragment 109..112
