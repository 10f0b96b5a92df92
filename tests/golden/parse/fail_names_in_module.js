let await = 1;
function await() { }
let interface = 1;
// --- stderr
error[P2004]: `await` cannot be a name in a module
 --> fail_names_in_module.js:1:5
  |
1 | let await = 1;
  |     ^^^^^

error[P2004]: `await` cannot be a name in a module
 --> fail_names_in_module.js:2:10
  |
2 | function await() { }
  |          ^^^^^

error[P2001]: `interface` is reserved in strict code
 --> fail_names_in_module.js:3:5
  |
3 | let interface = 1;
  |     ^^^^^^^^^
