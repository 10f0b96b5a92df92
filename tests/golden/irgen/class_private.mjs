const f = () => class A {
  #a = 1;
  static has(o) { return #a in o; }
  #m() { return this.#a++; }
  get #g() { return this.#m(); }
  set #g(v) {}
  static #s() {}
};
// --- stdout
module "class_private.mjs" "class_private.mjs"
text callee !128 "this[#m]"

function 0 "" module strict source 0..169 {
block0:
  v0 = function @1 !10
  v1 = undefined !6
  return v1 !6
}

function 1 "f" strict arrow source 10..167 {
block0:
  v0 = private_name "#a" !16
  v1 = private_name "#m" !16
  v2 = private_name "#g" !16
  v3 = private_name "#s" !16
  v4 = empty !16
  v5 = undefined !16
  v6 = box.new v5 !16
  v7 = class @2 v4, v6 !16
  v8 = class.prototype v7 !16
  v9 = function @3 v0 !38
  v10 = const.string "has" !38
  define.method method v7, v10, v9 !38
  v11 = function @4 v0 !74
  v12 = function @5 v1 !103
  v13 = function @6 !136
  v14 = function @7 !151
  v15 = function @8 v11, v1, v12, v2, v13, v0 !16
  box.store v6, v15 !16
  define.private method v7, v3, v14 !151
  return v7 !151
}

function 2 "A" strict class_constructor uses_this source 16..167 captures box "field initializer" {
block0:
  v0 = new_target !16
  v1 = new_receiver v0 !16
  v2: Cell = capture 0 !16
  v3 = box.load v2 !16
  v4 = call v3, v1 !16
  return v1 !16
}

function 3 "has" shown "A.has" strict method length 1 parameters 1 source 45..71 captures value "a" {
block0:
  v0: Boxed = parameter 0 !49
  v1: Boxed = capture 0 !64
  v2 = has.private v1, v0 !64
  v3 = box v2 !64
  return v3 !54
}

function 4 "#m" strict method uses_this source 74..100 captures value "a" {
block0:
  v0 = this !76
  v1: Boxed = capture 0 !88
  v2 = get.private v0, v1 !93
  v3 = to_numeric v2 !88
  v4 = unary ++ v3 !88
  set.private v0, v1, v4 !93
  return v3 !81
}

function 5 "get #g" strict method getter uses_this source 103..133 captures value "m" {
block0:
  v0 = this !109
  v1: Boxed = capture 0 !126
  v2 = get.private v0, v1 !126
  v3 = call v2, v0 !128
  return v3 !114
}

function 6 "set #g" strict method setter length 1 parameters 1 source 136..148 {
block0:
  v0: Boxed = parameter 0 !143
  v1 = undefined !143
  return v1 !143
}

function 7 "#s" strict method source 158..165 {
block0:
  v0 = undefined !160
  return v0 !160
}

function 8 "<instance_members_initializer>" strict method uses_this field_init source 16..167 captures value "class member", value "m", value "class member", value "g", value "class member", value "a" {
block0:
  v0 = this !16
  v1: Boxed = capture 0 !74
  v2: Boxed = capture 1 !74
  define.private method v0, v2, v1 !74
  v3: Boxed = capture 2 !103
  v4: Boxed = capture 3 !103
  define.private get v0, v4, v3 !103
  v5: Boxed = capture 4 !136
  define.private set v0, v4, v5 !136
  v6 = const.double 1 !28
  v7 = box v6 !28
  v8: Boxed = capture 5 !28
  define.private field v0, v8, v7 !28
  v9 = undefined !28
  return v9 !28
}
