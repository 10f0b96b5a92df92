// --- args: --stop-after=parse
class A {
  abstract a;
  abstract b();
}
abstract class B {
  abstract c() {}
  abstract d = 1;
}
// --- stderr
error[P3080]: abstract member can only appear within an abstract class
 --> fail_abstract_members.ts:2:3
  |
2 |   abstract a;
  |   ^^^^^^^^

error[P3080]: abstract member can only appear within an abstract class
 --> fail_abstract_members.ts:3:3
  |
3 |   abstract b();
  |   ^^^^^^^^

error[P3081]: method `c` cannot have an implementation because it is marked abstract
 --> fail_abstract_members.ts:6:16
  |
6 |   abstract c() {}
  |   --------     ^
  |   |
  |   marked abstract here

error[P3082]: property `d` cannot have an initializer because it is marked abstract
 --> fail_abstract_members.ts:7:16
  |
7 |   abstract d = 1;
  |   --------     ^
  |   |
  |   marked abstract here
