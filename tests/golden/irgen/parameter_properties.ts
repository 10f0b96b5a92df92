class A { y = 1; constructor(public x: number, private readonly z = x) {} }
class B extends A { constructor(protected w: string) { super(1); } }
// --- stdout
module "parameter_properties.ts" "parameter_properties.ts"
binding 0 local "<instance_members_initializer>" const is @2
binding 1 local "<instance_members_initializer>" const is @4
class 0 "A": "x", "z", "y"
class 1 "B" derived: "w"

function 0 "" module strict source 0..145 {
block0:
  v0 = empty
  v1 = class @1 v0
  v2 = class.prototype v1
  v3 = function @2
  module.store @0 v3
  v4 = class @3 v1 !92
  v5 = class.prototype v4 !76
  v6 = function @4 !76
  module.store @1 v6 !76
  v7 = undefined !82
  return v7 !82
}

function 1 "A" strict class_constructor uses_this length 1 parameters 2 source 0..75 class @0 {
block0:
  v0 = new_target !28
  v1 = new_receiver v0 !28
  v2 = module.load @0 !28
  v3 = call v2, v1 !28
  v4: Boxed = parameter 0 !29
  v5: Boxed = parameter 1 !47
  v6 = is.undefined v5 !47
  branch v6, block1, block2(v5) !47
block1:
  jump block2(v4) !68
block2(v7: Boxed):
  set strict "x" v1, v4 !29
  set strict "z" v1, v7 !47
  v8 = undefined !47
  v9 = constructor_result v8, v1 !47
  return v9 !47
}

function 2 "<instance_members_initializer>" strict method uses_this field_init source 0..75 {
block0:
  v0 = this
  v1 = const.string "x" !29
  v2 = undefined !29
  define.own v0, v1, v2 !29
  v3 = const.string "z" !47
  v4 = undefined !47
  define.own v0, v3, v4 !47
  v5 = const.double 1 !10
  v6 = box v5 !10
  v7 = const.string "y" !10
  define.own v0, v7, v6 !10
  v8 = undefined !10
  return v8 !10
}

function 3 "B" strict class_constructor derived uses_this length 1 parameters 1 source 76..144 class @1 {
block0:
  v0 = empty !107
  v1 = box.new v0 !107
  v2: Boxed = parameter 0 !118
  v3 = callee !131
  v4 = super_base v3 !131
  v5 = new_target !131
  v6 = const.double 1 !131
  v7 = box v6 !131
  v8 = super_constructor v3, v4 !131
  v9 = construct v8, v5, v7 !131
  v10 = box.load v1 !131
  v11 = bind_this v10, v9 !131
  box.store v1, v11 !131
  v12 = module.load @1 !131
  v13 = call v12, v11 !131
  set strict "w" v11, v2 !108
  v14 = undefined !108
  v15 = box.load v1 !108
  v16 = constructor_result v14, v15 !108
  return v16 !108
}

function 4 "<instance_members_initializer>" strict method uses_this field_init source 76..144 {
block0:
  v0 = this !76
  v1 = const.string "w" !108
  v2 = undefined !108
  define.own v0, v1, v2 !108
  v3 = undefined !108
  return v3 !108
}
