// --- args: --stop-after=parse
interface A {
  get a(x): 1;
  set b();
  set c(x, y);
  set d(...x);
  set e(x?);
  set f(x): void;
  get g<T>(): 1;
  readonly get h(): 1;
}
// --- stderr
error[P3049]: `get` accessor cannot have parameters
 --> fail_accessor_signatures.ts:2:9
  |
2 |   get a(x): 1;
  |         ^

error[P3050]: `set` accessor must have exactly one parameter
 --> fail_accessor_signatures.ts:3:7
  |
3 |   set b();
  |       ^

error[P3050]: `set` accessor must have exactly one parameter
 --> fail_accessor_signatures.ts:4:7
  |
4 |   set c(x, y);
  |       ^

error[P3051]: `set` accessor cannot have a rest parameter
 --> fail_accessor_signatures.ts:5:9
  |
5 |   set d(...x);
  |         ^^^^

error[P3051]: `set` accessor cannot have an optional parameter
 --> fail_accessor_signatures.ts:6:9
  |
6 |   set e(x?);
  |         ^^

error[P3052]: `set` accessor cannot have a return type annotation
 --> fail_accessor_signatures.ts:7:11
  |
7 |   set f(x): void;
  |           ^^^^^^

error[P3048]: accessor cannot have type parameters
 --> fail_accessor_signatures.ts:8:8
  |
8 |   get g<T>(): 1;
  |        ^^^

error[P3065]: `readonly` modifier can only appear on a property declaration or index signature
 --> fail_accessor_signatures.ts:9:3
  |
9 |   readonly get h(): 1;
  |   ^^^^^^^^
