// --- args: --stop-after=parse
a = `\01`;
b = `fine \n ${c} \xg`;
d = tag`\u{} is fine here`;
// --- stderr
error[P1017]: octal escape `\01` is not allowed in a template literal
 --> fail_template_escapes.js:1:6
  |
1 | a = `\01`;
  |      ^^^

error[P1010]: `\x` needs two hexadecimal digits, found `g`
 --> fail_template_escapes.js:2:19
  |
2 | b = `fine \n ${c} \xg`;
  |                   ^^
