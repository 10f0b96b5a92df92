// --- args: --stop-after=parse
abstract class A {
  private #a;
  public #b() {}
  abstract #c;
  declare #d;
}
// --- stderr
error[P3066]: `private` modifier cannot be used with a private name
 --> fail_private_names.ts:2:3
  |
2 |   private #a;
  |   ^^^^^^^

error[P3066]: `public` modifier cannot be used with a private name
 --> fail_private_names.ts:3:3
  |
3 |   public #b() {}
  |   ^^^^^^

error[P3066]: `abstract` modifier cannot be used with a private name
 --> fail_private_names.ts:4:3
  |
4 |   abstract #c;
  |   ^^^^^^^^

error[P3066]: `declare` modifier cannot be used with a private name
 --> fail_private_names.ts:5:3
  |
5 |   declare #d;
  |   ^^^^^^^
