class A { accessor x = 1; static accessor y; accessor #z; }
// --- stdout
module "class_accessors.mjs" "class_accessors.mjs"
binding 0 local "z" const
binding 1 local "<instance_members_initializer>" const is @8

function 0 "" module strict source 0..60 {
block0:
  v0 = private_name "#z"
  module.store @0 v0
  v1 = empty
  v2 = class @1 v1
  v3 = class.prototype v2
  v4 = private_name "x accessor storage" !10
  v5 = function @2 v4 !10
  v6 = const.string "x" !10
  define.method get v3, v6, v5 !10
  v7 = function @3 v4 !10
  v8 = const.string "x" !10
  define.method set v3, v8, v7 !10
  v9 = private_name "y accessor storage" !26
  v10 = function @4 v2, v9 !26
  v11 = const.string "y" !26
  define.method get v2, v11, v10 !26
  v12 = function @5 v2, v9 !26
  v13 = const.string "y" !26
  define.method set v2, v13, v12 !26
  v14 = private_name "#z accessor storage" !45
  v15 = function @6 v14 !45
  v16 = function @7 v14 !45
  v17 = function @8 v15, v16, v4, v14
  module.store @1 v17
  v18 = function @9 v9
  v19 = call v18, v2
  v20 = undefined !6
  return v20 !6
}

function 1 "A" strict class_constructor uses_this source 0..59 {
block0:
  v0 = new_target
  v1 = new_receiver v0
  v2 = module.load @1
  v3 = call v2, v1
  return v1
}

function 2 "get x" strict method getter uses_this source 10..25 captures value "class member" {
block0:
  v0 = this !10
  v1: Boxed = capture 0 !10
  v2 = get.private v0, v1 !10
  return v2 !10
}

function 3 "set x" strict method setter uses_this length 1 parameters 1 source 10..25 captures value "class member" {
block0:
  v0 = this !10
  v1: Boxed = capture 0 !10
  v2: Boxed = parameter 0 !10
  set.private v0, v1, v2 !10
  v3 = undefined !10
  return v3 !10
}

function 4 "get y" strict method getter uses_this source 26..44 captures value "class", value "class member" {
block0:
  v0: Boxed = capture 0 !26
  v1: Boxed = capture 1 !26
  v2 = get.private v0, v1 !26
  return v2 !26
}

function 5 "set y" strict method setter uses_this length 1 parameters 1 source 26..44 captures value "class", value "class member" {
block0:
  v0: Boxed = capture 0 !26
  v1: Boxed = capture 1 !26
  v2: Boxed = parameter 0 !26
  set.private v0, v1, v2 !26
  v3 = undefined !26
  return v3 !26
}

function 6 "get #z" strict method getter uses_this source 45..57 captures value "class member" {
block0:
  v0 = this !45
  v1: Boxed = capture 0 !45
  v2 = get.private v0, v1 !45
  return v2 !45
}

function 7 "set #z" strict method setter uses_this length 1 parameters 1 source 45..57 captures value "class member" {
block0:
  v0 = this !45
  v1: Boxed = capture 0 !45
  v2: Boxed = parameter 0 !45
  set.private v0, v1, v2 !45
  v3 = undefined !45
  return v3 !45
}

function 8 "<instance_members_initializer>" strict method uses_this field_init source 0..59 captures value "getter", value "setter", value "class member", value "class member" {
block0:
  v0 = this
  v1 = module.load @0 !45
  v2: Boxed = capture 0 !45
  define.private get v0, v1, v2 !45
  v3: Boxed = capture 1 !45
  define.private set v0, v1, v3 !45
  v4 = const.double 1 !10
  v5 = box v4 !10
  v6: Boxed = capture 2 !10
  define.private field v0, v6, v5 !10
  v7 = undefined !45
  v8: Boxed = capture 3 !45
  define.private field v0, v8, v7 !45
  v9 = undefined !45
  return v9 !45
}

function 9 "<static_initializer>" strict method uses_this field_init source 0..59 captures value "class member" {
block0:
  v0 = this
  v1 = undefined !26
  v2: Boxed = capture 0 !26
  define.private field v0, v2, v1 !26
  v3 = undefined !26
  return v3 !26
}
