// A key sees the class's name before it has a value; methods see it with its value.
const f = (k) => class A { [A]() { return A; } [k] = k; static [k]; };
// --- stdout
module "class_keys.mjs" "class_keys.mjs"

function 0 "" module strict source 0..156 {
block0:
  v0 = function @1 !95
  v1 = undefined !91
  return v1 !91
}

function 1 "f" strict arrow length 1 parameters 1 source 95..154 {
block0:
  v0: Boxed = parameter 0 !96
  v1 = empty !102
  v2 = box.new v1 !102
  v3 = empty !102
  v4 = undefined !102
  v5 = box.new v4 !102
  v6 = class @2 v3, v5 !102
  v7 = class.prototype v6 !102
  v8 = box.load v2 !113
  v9 = check.initialized "A" v8 !113
  v10 = to_property_key v9 !113
  v11 = function @3 v2 !112
  set_function_name method v11, v10 !112
  define.method method v7, v10, v11 !112
  v12 = to_property_key v0 !133
  v13 = to_property_key v0 !149
  v14 = function @4 v12, v0 !102
  box.store v5, v14 !102
  box.store v2, v6 !102
  v15 = function @5 v13 !102
  v16 = call v15, v6 !102
  return v6 !102
}

function 2 "A" strict class_constructor uses_this source 102..154 captures box "field initializer" {
block0:
  v0 = new_target !102
  v1 = new_receiver v0 !102
  v2: Cell = capture 0 !102
  v3 = box.load v2 !102
  v4 = call v3, v1 !102
  return v1 !102
}

function 3 "" shown "A.<anonymous>" strict method source 112..131 captures box "A" {
block0:
  v0: Cell = capture 0 !127
  v1 = box.load v0 !127
  return v1 !120
}

function 4 "<instance_members_initializer>" strict method uses_this field_init source 102..154 captures value "computed key", value "k" {
block0:
  v0 = this !102
  v1: Boxed = capture 0 !132
  v2: Boxed = capture 1 !138
  define.own v0, v1, v2 !132
  v3 = undefined !132
  return v3 !132
}

function 5 "<static_initializer>" strict method uses_this field_init source 102..154 captures value "computed key" {
block0:
  v0 = this !102
  v1: Boxed = capture 0 !141
  v2 = undefined !141
  define.own v0, v1, v2 !141
  v3 = undefined !141
  return v3 !141
}
