// --- args: --stop-after=parse
type A = { b = };
const c = { set d {} };
class E { set f {} }
type G = [...];
enum H { [i }
// --- stderr
error[P3041]: property of an interface or type literal cannot have an initializer
 --> fail_missing_parts.ts:1:16
  |
1 | type A = { b = };
  |                ^

error[P1105]: expected an expression, found `}`
 --> fail_missing_parts.ts:1:16
  |
1 | type A = { b = };
  |                ^

error[P1101]: expected `(`, found `{`
 --> fail_missing_parts.ts:2:19
  |
2 | const c = { set d {} };
  |                   ^

error[P1101]: expected `(`, found `{`
 --> fail_missing_parts.ts:3:17
  |
3 | class E { set f {} }
  |                 ^

error[P3001]: expected a type, found `]`
 --> fail_missing_parts.ts:4:14
  |
4 | type G = [...];
  |              ^

error[P3106]: computed property names are not allowed in enums
 --> fail_missing_parts.ts:5:10
  |
5 | enum H { [i }
  |          ^^

error[P1101]: expected `]`, found `}`
 --> fail_missing_parts.ts:5:13
  |
5 | enum H { [i }
  |          -  ^
  |          |
  |          opened here
help: insert `]`
  |
5 | enum H { [i] }
  |            +
