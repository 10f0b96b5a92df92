export class A extends null {
  constructor(a) {
    const f = (...b) => super(...b, () => this.x);
    f(a);
    return new.target;
  }
}
// --- stdout
module "class_constructor.mjs" "class_constructor.mjs"
binding 0 export "A" const maybe_uninitialized
text iterable !82 "b"
text callee !104 "f"

function 0 "" module strict source 0..139 {
block0:
  v0 = null !7
  v1 = class @1 v0 !23
  v2 = class.prototype v1 !7
  module.store @0 v1 !13
  v3 = undefined !13
  return v3 !13
}

function 1 "A" strict class_constructor derived uses_this length 1 parameters 1 source 7..138 {
block0:
  v0 = empty !43
  v1 = box.new v0 !43
  v2: Boxed = parameter 0 !44
  v3 = callee !63
  v4 = new_target !63
  v5 = function @2 v3, v4, v1 !63
  v6 = undefined !104
  v7 = call v5, v6, v2 !104
  v8 = new_target !121
  v9 = box.load v1 !114
  v10 = constructor_result v8, v9 !114
  return v10 !114
}

function 2 "f" strict arrow source 63..98 captures value "constructor", value "new.target", box "this" {
block0:
  v0 = rest 0 !64
  v1: Boxed = capture 0 !73
  v2 = super_base v1 !73
  v3: Boxed = capture 1 !73
  v4 = array !73
  array.spread v4, v0 !82
  v5: Cell = capture 2 !85
  v6 = function @3 v5 !85
  array.append v4, v6 !85
  v7 = super_constructor v1, v2 !73
  v8 = construct.spread v7, v3, v4 !73
  v9 = box.load v5 !73
  v10 = bind_this v9, v8 !73
  box.store v5, v10 !73
  return v10 !73
}

function 3 "" strict arrow source 85..97 captures box "this" {
block0:
  v0: Cell = capture 0 !91
  v1 = box.load v0 !91
  v2 = check.this v1 !91
  v3 = get "x" v2 !96
  return v3 !96
}
