// --- args: --stop-after=parse
let a: ?string;
let b: string?;
let c: !string;
let d: string!;
let e: *;
let f: function(string, number): boolean;
function g(x: string?, y: number) {}
type H = [A | B?];
// --- stderr
error[P3005]: `?` begins or ends a JSDoc type, which can only be used inside documentation comments
 --> fail_jsdoc_types.ts:1:8
  |
1 | let a: ?string;
  |        ^

error[P3006]: `?` at the end of a type is not TypeScript syntax; write `string | undefined`
 --> fail_jsdoc_types.ts:2:14
  |
2 | let b: string?;
  |              ^

error[P3005]: `!` begins or ends a JSDoc type, which can only be used inside documentation comments
 --> fail_jsdoc_types.ts:3:8
  |
3 | let c: !string;
  |        ^

error[P3005]: `!` begins or ends a JSDoc type, which can only be used inside documentation comments
 --> fail_jsdoc_types.ts:4:14
  |
4 | let d: string!;
  |              ^

error[P3005]: `*` begins or ends a JSDoc type, which can only be used inside documentation comments
 --> fail_jsdoc_types.ts:5:8
  |
5 | let e: *;
  |        ^

error[P3005]: `function` begins or ends a JSDoc type, which can only be used inside documentation comments
 --> fail_jsdoc_types.ts:6:8
  |
6 | let f: function(string, number): boolean;
  |        ^^^^^^^^

error[P3006]: `?` at the end of a type is not TypeScript syntax; write `string | undefined`
 --> fail_jsdoc_types.ts:7:21
  |
7 | function g(x: string?, y: number) {}
  |                     ^

error[P3006]: `?` at the end of a type is not TypeScript syntax; write `B | undefined`
 --> fail_jsdoc_types.ts:8:16
  |
8 | type H = [A | B?];
  |                ^
