// --- more-args: --goal=script
import a from "b";
export { a };
import.meta.url;
import("c");
// --- stderr
error[P2160]: `import` declarations are only allowed in modules
 --> fail_module_in_script.js:1:1
  |
1 | import a from "b";
  | ^^^^^^

error[P2161]: `export` is only allowed in modules
 --> fail_module_in_script.js:2:1
  |
2 | export { a };
  | ^^^^^^

error[P2077]: `import.meta` is only allowed in modules
 --> fail_module_in_script.js:3:1
  |
3 | import.meta.url;
  | ^^^^^^^^^^^
