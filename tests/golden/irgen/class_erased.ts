abstract class A<T> {
  declare a: number;
  [k: string]: unknown;
  abstract b(): void;
  abstract c: string;
  m(x: number): void;
  m(x: any) { return x; }
  constructor(x: string);
  constructor(x: any) {}
}
declare class B {}
// --- stdout
module "class_erased.ts" "class_erased.ts"

function 0 "" module strict source 0..231 {
block0:
  v0 = empty
  v1 = class @1 v0
  v2 = class.prototype v1
  v3 = function @2 !135
  v4 = const.string "m" !135
  define.method method v2, v4, v3 !135
  v5 = undefined !212
  return v5 !212
}

function 1 "A" strict class_constructor uses_this length 1 parameters 1 source 0..211 {
block0:
  v0 = new_target !198
  v1 = new_receiver v0 !198
  v2: Boxed = parameter 0 !199
  v3 = undefined !198
  v4 = constructor_result v3, v1 !198
  return v4 !198
}

function 2 "m" shown "A.m" strict method length 1 parameters 1 source 135..158 {
block0:
  v0: Boxed = parameter 0 !137
  return v0 !147
}
