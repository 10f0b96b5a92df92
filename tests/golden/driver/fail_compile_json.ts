// --- args: compile a.json -o a.o
// --- a.json
{"version": '1'}
// --- stderr
error[P5020]: this is not JSON: expected a value, found `'`
 --> a.json:1:13
  |
1 | {"version": '1'}
  |             ^
