const a = class {}, { b = class {} } = {}, o = { ['c' + b]: class {}, d: class { static name() {} } };
// --- stdout
module "class_names.mjs" "class_names.mjs"
literal 0
literal 1

function 0 "" module strict source 0..103 {
block0:
  v0 = empty !10
  v1 = class @1 v0 !10
  v2 = class.prototype v1 !10
  v3 = object @0 !39
  v4 = check.coercible "property 'b' of '{}'" v3 !22
  v5 = get "b" v4 !22
  v6 = is.undefined v5 !22
  branch v6, block1, block2(v5) !22
block1:
  v7 = empty !26
  v8 = class @2 v7 !26
  v9 = class.prototype v8 !26
  jump block2(v8) !26
block2(v10: Boxed):
  v11 = object @1 !47
  v12 = const.string "c" !47
  v13 = binary + v12, v10 !54
  v14 = to_property_key v13 !49
  v15 = empty !49
  v16 = class @3 v15 !60
  set_function_name field v16, v14 !60
  v17 = class.prototype v16 !60
  define.own v11, v14, v16 !49
  v18 = const.string "d" !49
  v19 = empty !73
  v20 = class @4 v19 !73
  v21 = class.prototype v20 !73
  v22 = function @5 !81
  v23 = const.string "name" !81
  define.method method v20, v23, v22 !81
  define.own v11, v18, v20 !70
  v24 = undefined !43
  return v24 !43
}

function 1 "a" strict class_constructor uses_this source 10..18 {
block0:
  v0 = new_target !10
  v1 = new_receiver v0 !10
  return v1 !10
}

function 2 "b" strict class_constructor uses_this source 26..34 {
block0:
  v0 = new_target !26
  v1 = new_receiver v0 !26
  return v1 !26
}

function 3 "" strict class_constructor uses_this source 60..68 {
block0:
  v0 = new_target !60
  v1 = new_receiver v0 !60
  return v1 !60
}

function 4 "d" strict class_constructor uses_this source 73..99 {
block0:
  v0 = new_target !73
  v1 = new_receiver v0 !73
  return v1 !73
}

function 5 "name" shown "d.name" strict method source 88..97 {
block0:
  v0 = undefined !92
  return v0 !92
}
