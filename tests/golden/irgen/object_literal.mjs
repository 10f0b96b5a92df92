o = { a: 1, m() { return super.m(); }, get g() { return 1; }, [k]: () => {}, __proto__: p, ...s, 0: 2 };
// --- stdout
module "object_literal.mjs" "object_literal.mjs"
literal 0: "a", "m"
text callee !31 "(intermediate value).m"

function 0 "" module strict source 0..105 {
block0:
  v0 = global.has "o"
  v1 = const.double 1
  v2 = box v1
  v3 = function @1 !12
  v4 = object @0 v2, v3 !4
  set_home_object v3, v4 !4
  v5 = const.string "g" !4
  v6 = function @2 !39
  define.method get enumerable v4, v5, v6 !39
  v7 = global.load "k" !63
  v8 = to_property_key v7 !62
  v9 = function @3 !62
  set_function_name field v9, v8 !62
  define.own v4, v8, v9 !62
  v10 = global.load "p" !88
  set_prototype v4, v10 !77
  v11 = global.load "s" !94
  copy_properties v4, v11 !91
  v12 = const.double 0 !91
  v13 = box v12 !91
  v14 = const.double 2 !91
  v15 = box v14 !97
  define.own v4, v13, v15 !97
  branch v0, block2, block1 !2
block1:
  throw.error not_defined "o" !2
block2:
  global.store strict "o" v4 !2
  v16 = undefined !2
  return v16 !2
}

function 1 "m" shown "Object.m" strict method uses_this source 12..37 {
block0:
  v0 = this !13
  v1 = const.string "m" !25
  v2 = home_object !25
  v3 = super_base v2 !25
  v4 = get.super v3, v1, v0 !25
  v5 = call v4, v0 !31
  return v5 !18
}

function 2 "get g" strict method getter source 39..60 {
block0:
  v0 = const.double 1 !49
  v1 = box v0 !49
  return v1 !49
}

function 3 "" strict arrow source 67..75 {
block0:
  v0 = undefined !67
  return v0 !67
}
