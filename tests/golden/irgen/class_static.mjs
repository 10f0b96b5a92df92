class A { static x = this; static { var y = super.z; this.y = () => y; } static name = A.name; }
// --- stdout
module "class_static.mjs" "class_static.mjs"
binding 0 local "A" const

function 0 "" module strict source 0..97 {
block0:
  v0 = empty
  v1 = class @1 v0
  module.store @0 v1
  v2 = class.prototype v1
  v3 = function @2
  set_home_object v3, v1
  v4 = call v3, v1
  v5 = undefined !6
  return v5 !6
}

function 1 "A" strict class_constructor uses_this source 0..96 {
block0:
  v0 = new_target
  v1 = new_receiver v0
  return v1
}

function 2 "<static_initializer>" strict method uses_this field_init source 0..96 {
block0:
  v0 = this
  v1 = const.string "x" !10
  define.own v0, v1, v0 !10
  v2 = const.string "z" !44
  v3 = home_object !44
  v4 = super_base v3 !44
  v5 = get.super v4, v2, v0 !44
  v6 = function @3 v5 !62
  set strict "y" v0, v6 !60
  v7 = module.load @0 !87
  v8 = get "name" v7 !89
  v9 = const.string "name" !73
  define.own v0, v9, v8 !73
  v10 = undefined !73
  return v10 !73
}

function 3 "" shown "y" strict arrow source 62..69 captures value "y" {
block0:
  v0: Boxed = capture 0 !68
  return v0 !68
}
