// --- args: --stop-after=bind
function a() {}
function a() {}
{
  function b() {}
  function b() {}
}
function fine() {
  function c() {}
  function c() {}
}
// --- stderr
error[P2504]: function `a` has already been declared in this scope
 --> fail_function_twice.js:2:10
  |
1 | function a() {}
  |          - first declared here
2 | function a() {}
  |          ^

error[P2504]: function `b` has already been declared in this scope
 --> fail_function_twice.js:5:12
  |
4 |   function b() {}
  |            - first declared here
5 |   function b() {}
  |            ^
