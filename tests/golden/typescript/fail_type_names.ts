// --- args: --stop-after=parse
interface string {}
type any = 1;
type A<number> = 1;
interface if {}
type B<class> = 1;
interface {}
// --- stderr
error[P3014]: an interface cannot be named `string`
 --> fail_type_names.ts:1:11
  |
1 | interface string {}
  |           ^^^^^^

error[P3014]: a type alias cannot be named `any`
 --> fail_type_names.ts:2:6
  |
2 | type any = 1;
  |      ^^^

error[P3014]: a type parameter cannot be named `number`
 --> fail_type_names.ts:3:8
  |
3 | type A<number> = 1;
  |        ^^^^^^

error[P3013]: `if` is a reserved word and cannot name a type
 --> fail_type_names.ts:4:11
  |
4 | interface if {}
  |           ^^

error[P3013]: `class` is a reserved word and cannot name a type
 --> fail_type_names.ts:5:8
  |
5 | type B<class> = 1;
  |        ^^^^^

error[P1101]: expected a name, found `{`
 --> fail_type_names.ts:6:11
  |
6 | interface {}
  |           ^
