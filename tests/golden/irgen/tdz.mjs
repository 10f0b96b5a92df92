f();
let x = 1;
function f() { return x; }
{ y; let y; }
// --- stdout
module "tdz.mjs" "tdz.mjs"
binding 0 local "x" const maybe_uninitialized
text callee !0 "f"

function 0 "" module strict source 0..57 {
block0:
  v0 = function @1 !25
  v1 = undefined
  v2 = call v0, v1
  v3 = const.double 1 !9
  v4 = box v3 !9
  module.store @0 v4 !9
  v5 = empty !43
  v6 = check.initialized "y" v5 !45
  v7 = undefined !52
  v8 = undefined !52
  return v8 !52
}

function 1 "f" strict source 16..42 {
block0:
  v0 = module.load @0 !38
  v1 = check.initialized "x" v0 !38
  return v1 !31
}
