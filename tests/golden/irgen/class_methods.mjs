// L07: a static method and one of instances may share a name.
export class A { static create() {} create() { return A; } get v() { return 1; } async *g() {} }
// --- stdout
module "class_methods.mjs" "class_methods.mjs"
binding 0 local "A" const
binding 1 export "A" const maybe_uninitialized

function 0 "" module strict source 0..160 {
block0:
  v0 = empty !70
  v1 = class @1 v0 !70
  module.store @0 v1 !70
  v2 = class.prototype v1 !70
  v3 = function @2 !80
  v4 = const.string "create" !80
  define.method method v1, v4, v3 !80
  v5 = function @3 !99
  v6 = const.string "create" !99
  define.method method v2, v6, v5 !99
  v7 = function @4 !122
  v8 = const.string "v" !122
  define.method get v2, v8, v7 !122
  v9 = function @5 !144
  v10 = const.string "g" !144
  define.method method v2, v10, v9 !144
  module.store @1 v1 !76
  v11 = undefined !76
  return v11 !76
}

function 1 "A" strict class_constructor uses_this source 70..159 {
block0:
  v0 = new_target !70
  v1 = new_receiver v0 !70
  return v1 !70
}

function 2 "create" shown "A.create" strict method source 87..98 {
block0:
  v0 = undefined !93
  return v0 !93
}

function 3 "create" shown "A.create" strict method source 99..121 {
block0:
  v0 = module.load @0 !117
  return v0 !110
}

function 4 "get v" strict method getter source 122..143 {
block0:
  v0 = const.double 1 !132
  v1 = box v0 !132
  return v1 !132
}

function 5 "g" shown "A.g" strict method async generator source 144..157 {
block0:
  v0 = undefined !152
  suspend initial v0, block1 !152
block1(v1: Boxed) resume:
  v2 = undefined !152
  return v2 !152
}
