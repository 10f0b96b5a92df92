class A { a; b = () => this.a; 'c d' = super.e; [k()] = function () {}; 0 = class {}; }
// --- stdout
module "class_fields.mjs" "class_fields.mjs"
binding 0 local "<instance_members_initializer>" const is @2
class 0 "A": "a", "b"
text callee !49 "k"

function 0 "" module strict source 0..88 {
block0:
  v0 = empty
  v1 = class @1 v0
  v2 = class.prototype v1
  v3 = global.load "k" !49
  v4 = undefined !49
  v5 = call v3, v4 !49
  v6 = to_property_key v5 !49
  v7 = function @2 v6
  set_home_object v7, v2
  module.store @0 v7
  v8 = undefined !6
  return v8 !6
}

function 1 "A" strict class_constructor uses_this source 0..87 class @0 {
block0:
  v0 = new_target
  v1 = new_receiver v0
  v2 = module.load @0
  v3 = call v2, v1
  return v1
}

function 2 "<instance_members_initializer>" strict method uses_this field_init source 0..87 captures value "computed key" {
block0:
  v0 = this
  v1 = undefined !10
  v2 = const.string "a" !10
  define.own v0, v2, v1 !10
  v3 = function @3 v0 !17
  v4 = const.string "b" !13
  define.own v0, v4, v3 !13
  v5 = const.string "e" !39
  v6 = home_object !39
  v7 = super_base v6 !39
  v8 = get.super v7, v5, v0 !39
  v9 = const.string "c d" !31
  define.own v0, v9, v8 !31
  v10: Boxed = capture 0 !48
  v11 = function @4 !48
  set_function_name field v11, v10 !48
  define.own v0, v10, v11 !48
  v12 = const.double 0 !72
  v13 = box v12 !72
  v14 = empty !72
  v15 = class @5 v14 !76
  set_function_name field v15, v13 !76
  v16 = class.prototype v15 !76
  define.own v0, v13, v15 !72
  v17 = undefined !72
  return v17 !72
}

function 3 "b" shown "A.b" strict arrow source 17..29 captures value "this" {
block0:
  v0: Boxed = capture 0 !23
  v1 = get "a" v0 !28
  return v1 !28
}

function 4 "" strict source 56..70 {
block0:
  v0 = undefined !56
  return v0 !56
}

function 5 "" strict class_constructor uses_this source 76..84 {
block0:
  v0 = new_target !76
  v1 = new_receiver v0 !76
  return v1 !76
}
