import x = r
export = x;
let y: Map<string, T> = x as U;
// --- stdout
scope #0 Module at 0..57 Strict
  #0 Import x at 7..8 Value TypeMeaning UsedAsValue NamespaceMeaning
  #1 Let y at 29..30 Value
names
  7..8 BindingIdentifier x -> #0
  11..12 Identifier r -> global
  29..30 BindingIdentifier y -> #1
  32..35 Identifier Map -> global TypeReference
  44..45 Identifier T -> global TypeReference
  49..50 Identifier x -> #0
  54..55 Identifier U -> global TypeReference
// --- stderr
error[P1200]: `import x =` declarations are only allowed in TypeScript files
 --> fail_typescript_in_javascript.js:1:10
  |
1 | import x = r
  |          ^

error[P1108]: expected something to export, found `=`
 --> fail_typescript_in_javascript.js:2:8
  |
2 | export = x;
  |        ^

error[P1200]: type annotations are only allowed in TypeScript files
 --> fail_typescript_in_javascript.js:3:6
  |
3 | let y: Map<string, T> = x as U;
  |      ^

error[P1200]: type assertions are only allowed in TypeScript files
 --> fail_typescript_in_javascript.js:3:27
  |
3 | let y: Map<string, T> = x as U;
  |                           ^^
