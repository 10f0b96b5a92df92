// --- args: --stop-after=parse
class A {
  constructor(private a);
  constructor(private { a }, public ...b) {}
  c(private d) {}
}
declare class B { constructor(private a); }
let c: (private d) => void;
// --- stderr
error[P3067]: parameter property is only allowed in a constructor implementation
 --> fail_parameter_properties.ts:2:15
  |
2 |   constructor(private a);
  |               ^^^^^^^^^

error[P3068]: parameter property may not be declared using a binding pattern
 --> fail_parameter_properties.ts:3:23
  |
3 |   constructor(private { a }, public ...b) {}
  |                       ^^^^^

error[P3069]: parameter property cannot be declared using a rest parameter
 --> fail_parameter_properties.ts:3:30
  |
3 |   constructor(private { a }, public ...b) {}
  |                              ^^^^^^^^^^^

error[P3067]: parameter property is only allowed in a constructor implementation
 --> fail_parameter_properties.ts:4:5
  |
4 |   c(private d) {}
  |     ^^^^^^^^^

error[P3067]: parameter property is only allowed in a constructor implementation
 --> fail_parameter_properties.ts:6:31
  |
6 | declare class B { constructor(private a); }
  |                               ^^^^^^^^^

error[P3067]: parameter property is only allowed in a constructor implementation
 --> fail_parameter_properties.ts:7:9
  |
7 | let c: (private d) => void;
  |         ^^^^^^^^^
