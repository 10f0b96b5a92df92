a = `${ 1 2 }`;
// --- stderr
error[P1101]: expected `}`, found a number
 --> fail_template.js:1:11
  |
1 | a = `${ 1 2 }`;
  |      --   ^
  |      |
  |      opened here

error[P1104]: `}` closes nothing
 --> fail_template.js:1:13
  |
1 | a = `${ 1 2 }`;
  |             ^

error[P1004]: unterminated template literal
 --> fail_template.js:1:14
  |
1 | a = `${ 1 2 }`;
  |              ^
