import x = require("y");
x();
// --- stderr
error[P6002]: `import = require()` in a module can't be compiled yet
 --> fail_not_supported.mts:1:1
  |
1 | import x = require("y");
  | ^^^^^^^^^^^^^^^^^^^^^^^^
