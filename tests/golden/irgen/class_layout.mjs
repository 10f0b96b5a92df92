class A { x = 1; constructor(z) { this.y = 2; if (z) this.z = z; } }
// --- stdout
module "class_layout.mjs" "class_layout.mjs"
binding 0 local "<instance_members_initializer>" const is @2
class 0 "A": "x", "y"

function 0 "" module strict source 0..69 {
block0:
  v0 = empty
  v1 = class @1 v0
  v2 = class.prototype v1
  v3 = function @2
  module.store @0 v3
  v4 = undefined !6
  return v4 !6
}

function 1 "A" strict class_constructor uses_this length 1 parameters 1 source 0..68 class @0 {
block0:
  v0 = new_target !28
  v1 = new_receiver v0 !28
  v2 = module.load @0 !28
  v3 = call v2, v1 !28
  v4: Boxed = parameter 0 !29
  v5 = const.double 2 !34
  v6 = box v5 !41
  set strict "y" v1, v6 !41
  v7 = to_boolean v4 !50
  branch v7, block2, block1 !50
block1:
  v8 = undefined !60
  v9 = constructor_result v8, v1 !60
  return v9 !60
block2:
  set strict "z" v1, v4 !60
  jump block1 !60
}

function 2 "<instance_members_initializer>" strict method uses_this field_init source 0..68 {
block0:
  v0 = this
  v1 = const.double 1 !10
  v2 = box v1 !10
  v3 = const.string "x" !10
  define.own v0, v3, v2 !10
  v4 = undefined !10
  return v4 !10
}
