export const f = (B) => class extends B { m() { return super.m(); } static s() { return super.s; } };
// --- stdout
module "class_derived.mjs" "class_derived.mjs"
binding 0 export "f" const maybe_uninitialized
text callee !61 "(intermediate value).m"

function 0 "" module strict source 0..102 {
block0:
  v0 = function @1 !17
  module.store @0 v0 !13
  v1 = undefined !13
  return v1 !13
}

function 1 "f" strict arrow length 1 parameters 1 source 17..100 {
block0:
  v0: Boxed = parameter 0 !18
  v1 = class @2 v0 !24
  v2 = class.prototype v1 !24
  v3 = function @3 !42
  set_home_object v3, v2 !42
  v4 = const.string "m" !42
  define.method method v2, v4, v3 !42
  v5 = function @4 !68
  set_home_object v5, v1 !68
  v6 = const.string "s" !68
  define.method method v1, v6, v5 !68
  return v1 !24
}

function 2 "" strict class_constructor derived uses_this source 24..100 {
block0:
  v0 = new_target !24
  v1 = rest 0 !24
  v2 = callee !24
  v3 = super_base v2 !24
  v4 = super_constructor v2, v3 !24
  v5 = construct.spread v4, v0, v1 !24
  return v5 !24
}

function 3 "m" strict method uses_this source 42..67 {
block0:
  v0 = this !43
  v1 = const.string "m" !55
  v2 = home_object !55
  v3 = super_base v2 !55
  v4 = get.super v3, v1, v0 !55
  v5 = call v4, v0 !61
  return v5 !48
}

function 4 "s" strict method uses_this source 75..98 {
block0:
  v0 = this !76
  v1 = const.string "s" !88
  v2 = home_object !88
  v3 = super_base v2 !88
  v4 = get.super v3, v1, v0 !88
  return v4 !81
}
