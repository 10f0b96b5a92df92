const x = require("x");
exports.f = () => x(module, this);
// --- stdout
module "commonjs.cjs" "commonjs.cjs"
binding 0 local "module"
binding 1 local "x" const
text callee !10 "require"
text callee !42 "x"

function 0 "" commonjs length 5 parameters 5 source 0..59 {
block0:
  v0 = this
  v1: Boxed = parameter 0
  v2: Boxed = parameter 1
  v3: Boxed = parameter 2
  module.store @0 v3
  v4: Boxed = parameter 3
  v5: Boxed = parameter 4
  v6 = undefined !10
  v7 = const.string "x" !10
  v8 = call v2, v6, v7 !10
  module.store @1 v8 !6
  v9 = function @1 v0 !36
  set sloppy "f" v1, v9 !34
  v10 = undefined !34
  return v10 !34
}

function 1 "" shown "exports.f" arrow source 36..57 captures value "this" {
block0:
  v0 = module.load @1 !42
  v1 = undefined !42
  v2 = module.load @0 !44
  v3: Boxed = capture 0 !52
  v4 = call v0, v1, v2, v3 !42
  return v4 !42
}
