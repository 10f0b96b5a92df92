let a = `one ${two} three;
let b = 1;
// --- stdout
0..3 Let
4..5 Identifier "a"
6..7 Equal
8..15 TemplateHead "one " "one "
15..18 Identifier "two"
18..38 TemplateTail " three;\nlet b = 1;\n" " three;\nlet b = 1;\n" Unterminated
38..38 EndOfFile
// --- stderr
error[P1004]: unterminated template literal
 --> fail_unterminated_template.js:1:19
  |
1 | let a = `one ${two} three;
  |                   ^
