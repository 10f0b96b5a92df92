a = b<C>;
a = b<C>(d);
a = b<C>`d`;
a = new b<C>;
a = new b<C>(d);
a = b?.<C>(d);
a = b<C> ?? d;
a = [b<C>, d<E>];
f<<T>(x: T) => T>(g);
class H extends I<J> {}
// --- stdout
Program 0..161 Strict hashbang_end=0
  body:
    ExpressionStatement 0..9
      expression: AssignmentExpression 0..8 op==
        left: Identifier 0..1 name="a"
        right: TSInstantiationExpression 4..8
          expression: Identifier 4..5 name="b"
          type_arguments: TSTypeArguments 5..8
            params:
              TSTypeReference 6..7
                name: Identifier 6..7 name="C"
    ExpressionStatement 10..22
      expression: AssignmentExpression 10..21 op==
        left: Identifier 10..11 name="a"
        right: CallExpression 14..21
          callee: Identifier 14..15 name="b"
          type_arguments: TSTypeArguments 15..18
            params:
              TSTypeReference 16..17
                name: Identifier 16..17 name="C"
          arguments:
            Identifier 19..20 name="d"
    ExpressionStatement 23..35
      expression: AssignmentExpression 23..34 op==
        left: Identifier 23..24 name="a"
        right: TaggedTemplate 27..34
          tag: Identifier 27..28 name="b"
          type_arguments: TSTypeArguments 28..31
            params:
              TSTypeReference 29..30
                name: Identifier 29..30 name="C"
          quasi: TemplateLiteral 31..34
            quasis:
              TemplateElement 32..33 Tail cooked="d" raw="d"
    ExpressionStatement 36..49
      expression: AssignmentExpression 36..48 op==
        left: Identifier 36..37 name="a"
        right: NewExpression 40..48
          callee: Identifier 44..45 name="b"
          type_arguments: TSTypeArguments 45..48
            params:
              TSTypeReference 46..47
                name: Identifier 46..47 name="C"
    ExpressionStatement 50..66
      expression: AssignmentExpression 50..65 op==
        left: Identifier 50..51 name="a"
        right: NewExpression 54..65
          callee: Identifier 58..59 name="b"
          type_arguments: TSTypeArguments 59..62
            params:
              TSTypeReference 60..61
                name: Identifier 60..61 name="C"
          arguments:
            Identifier 63..64 name="d"
    ExpressionStatement 67..81
      expression: AssignmentExpression 67..80 op==
        left: Identifier 67..68 name="a"
        right: ChainExpression 71..80
          expression: CallExpression 71..80 Optional
            callee: Identifier 71..72 name="b"
            type_arguments: TSTypeArguments 74..77
              params:
                TSTypeReference 75..76
                  name: Identifier 75..76 name="C"
            arguments:
              Identifier 78..79 name="d"
    ExpressionStatement 82..96
      expression: AssignmentExpression 82..95 op==
        left: Identifier 82..83 name="a"
        right: LogicalExpression 86..95 op=??
          left: TSInstantiationExpression 86..90
            expression: Identifier 86..87 name="b"
            type_arguments: TSTypeArguments 87..90
              params:
                TSTypeReference 88..89
                  name: Identifier 88..89 name="C"
          right: Identifier 94..95 name="d"
    ExpressionStatement 97..114
      expression: AssignmentExpression 97..113 op==
        left: Identifier 97..98 name="a"
        right: ArrayExpression 101..113
          elements:
            TSInstantiationExpression 102..106
              expression: Identifier 102..103 name="b"
              type_arguments: TSTypeArguments 103..106
                params:
                  TSTypeReference 104..105
                    name: Identifier 104..105 name="C"
            TSInstantiationExpression 108..112
              expression: Identifier 108..109 name="d"
              type_arguments: TSTypeArguments 109..112
                params:
                  TSTypeReference 110..111
                    name: Identifier 110..111 name="E"
    ExpressionStatement 115..136
      expression: CallExpression 115..135
        callee: Identifier 115..116 name="f"
        type_arguments: TSTypeArguments 116..132
          params:
            TSFunctionType 117..131
              type_parameters: TSTypeParameters 117..120
                params:
                  TSTypeParameter 118..119
                    name: BindingIdentifier 118..119 name="T"
              params:
                Parameter 121..125
                  pattern: BindingIdentifier 121..122 name="x"
                  type: TSTypeAnnotation 122..125
                    type: TSTypeReference 124..125
                      name: Identifier 124..125 name="T"
              return_type: TSTypeAnnotation 127..131
                type: TSTypeReference 130..131
                  name: Identifier 130..131 name="T"
        arguments:
          Identifier 133..134 name="g"
    ClassDeclaration 137..160 body_start=158
      id: BindingIdentifier 143..144 name="H"
      super_class: Identifier 153..154 name="I"
      super_type_arguments: TSTypeArguments 154..157
        params:
          TSTypeReference 155..156
            name: Identifier 155..156 name="J"
