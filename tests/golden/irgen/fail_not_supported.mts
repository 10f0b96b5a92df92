const x = 1;
export = x;
// --- stderr
error[P6002]: `export =` in a module can't be compiled yet
 --> fail_not_supported.mts:2:1
  |
2 | export = x;
  | ^^^^^^^^^^^
