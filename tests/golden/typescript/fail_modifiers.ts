// --- args: --stop-after=parse
abstract class A {
  static public a;
  public public b;
  public private c;
  readonly static d;
  override public e;
  async abstract f();
  private abstract g();
  abstract static h;
  readonly accessor i;
  declare override j;
  const k = 1;
  declare l() {}
  readonly m() {}
  abstract constructor();
  readonly override n;
}
function o(static p, abstract q) {}
// --- stderr
error[P3064]: `public` modifier must precede `static` modifier
 --> fail_modifiers.ts:2:10
  |
2 |   static public a;
  |   ------ ^^^^^^
  |   |
  |   must come after

error[P3061]: `public` modifier already seen
 --> fail_modifiers.ts:3:10
  |
3 |   public public b;
  |          ^^^^^^

error[P3062]: accessibility modifier already seen
 --> fail_modifiers.ts:4:10
  |
4 |   public private c;
  |   ------ ^^^^^^^
  |   |
  |   first modifier here

error[P3064]: `static` modifier must precede `readonly` modifier
 --> fail_modifiers.ts:5:12
  |
5 |   readonly static d;
  |   -------- ^^^^^^
  |   |
  |   must come after

error[P3064]: `public` modifier must precede `override` modifier
 --> fail_modifiers.ts:6:12
  |
6 |   override public e;
  |   -------- ^^^^^^
  |   |
  |   must come after

error[P3063]: `abstract` modifier cannot be used with `async` modifier
 --> fail_modifiers.ts:7:9
  |
7 |   async abstract f();
  |   ----- ^^^^^^^^
  |   |
  |   modifiers start here

error[P3063]: `abstract` modifier cannot be used with `private` modifier
 --> fail_modifiers.ts:8:11
  |
8 |   private abstract g();
  |   ------- ^^^^^^^^
  |   |
  |   modifiers start here

error[P3063]: `static` modifier cannot be used with `abstract` modifier
 --> fail_modifiers.ts:9:12
  |
9 |   abstract static h;
  |   -------- ^^^^^^
  |   |
  |   modifiers start here

error[P3063]: `accessor` modifier cannot be used with `readonly` modifier
  --> fail_modifiers.ts:10:12
   |
10 |   readonly accessor i;
   |   -------- ^^^^^^^^
   |   |
   |   modifiers start here

error[P3063]: `override` modifier cannot be used with `declare` modifier
  --> fail_modifiers.ts:11:11
   |
11 |   declare override j;
   |   ------- ^^^^^^^^
   |   |
   |   modifiers start here

error[P3060]: `const` modifier cannot appear on a class element
  --> fail_modifiers.ts:12:3
   |
12 |   const k = 1;
   |   ^^^^^

error[P3060]: `declare` modifier cannot appear on class elements of this kind
  --> fail_modifiers.ts:13:3
   |
13 |   declare l() {}
   |   ^^^^^^^

error[P3065]: `readonly` modifier can only appear on a property declaration or index signature
  --> fail_modifiers.ts:14:3
   |
14 |   readonly m() {}
   |   ^^^^^^^^

error[P3060]: `abstract` modifier cannot appear on a constructor declaration
  --> fail_modifiers.ts:15:3
   |
15 |   abstract constructor();
   |   ^^^^^^^^

error[P3064]: `override` modifier must precede `readonly` modifier
  --> fail_modifiers.ts:16:12
   |
16 |   readonly override n;
   |   -------- ^^^^^^^^
   |   |
   |   must come after

error[P3060]: `static` modifier cannot appear on a parameter
  --> fail_modifiers.ts:18:12
   |
18 | function o(static p, abstract q) {}
   |            ^^^^^^

error[P3060]: `abstract` modifier cannot appear on a parameter
  --> fail_modifiers.ts:18:22
   |
18 | function o(static p, abstract q) {}
   |                      ^^^^^^^^
