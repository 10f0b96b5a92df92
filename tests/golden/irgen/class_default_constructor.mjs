export class A { x = 1; }
export const f = (B) => class extends B { y = 2; };
// --- stdout
module "class_default_constructor.mjs" "class_default_constructor.mjs"
binding 0 local "<instance_members_initializer>" const is @2
binding 1 export "A" const maybe_uninitialized
binding 2 export "f" const maybe_uninitialized
class 0 "A": "x"
class 1 "" derived: "y"

function 0 "" module strict source 0..78 {
block0:
  v0 = empty !7
  v1 = class @1 v0 !7
  v2 = class.prototype v1 !7
  v3 = function @2 !7
  module.store @0 v3 !7
  module.store @1 v1 !13
  v4 = function @3 !43
  module.store @2 v4 !39
  v5 = undefined !39
  return v5 !39
}

function 1 "A" strict class_constructor uses_this source 7..25 class @0 {
block0:
  v0 = new_target !7
  v1 = new_receiver v0 !7
  v2 = module.load @0 !7
  v3 = call v2, v1 !7
  return v1 !7
}

function 2 "<instance_members_initializer>" strict method uses_this field_init source 7..25 {
block0:
  v0 = this !7
  v1 = const.double 1 !17
  v2 = box v1 !17
  v3 = const.string "x" !17
  define.own v0, v3, v2 !17
  v4 = undefined !17
  return v4 !17
}

function 3 "f" strict arrow length 1 parameters 1 source 43..76 {
block0:
  v0: Boxed = parameter 0 !44
  v1 = undefined !50
  v2 = box.new v1 !50
  v3 = class @4 v0, v2 !50
  v4 = class.prototype v3 !50
  v5 = function @5 !50
  box.store v2, v5 !50
  return v3 !50
}

function 4 "" strict class_constructor derived uses_this source 50..76 class @1 captures box "field initializer" {
block0:
  v0 = new_target !50
  v1 = rest 0 !50
  v2 = callee !50
  v3 = super_base v2 !50
  v4 = super_constructor v2, v3 !50
  v5 = construct.spread v4, v0, v1 !50
  v6: Cell = capture 0 !50
  v7 = box.load v6 !50
  v8 = call v7, v5 !50
  return v5 !50
}

function 5 "<instance_members_initializer>" strict method uses_this field_init source 50..76 {
block0:
  v0 = this !50
  v1 = const.double 2 !68
  v2 = box v1 !68
  v3 = const.string "y" !68
  define.own v0, v3, v2 !68
  v4 = undefined !68
  return v4 !68
}
