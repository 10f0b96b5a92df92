// --- more-args: --goal=script
var v = 1;
let l = v;
function f() { return l + u; }
{ function inner() {} }
typeof u; delete u; u = 1;
// --- stdout
module "script.cjs" "script.cjs"
global var "v"
global let "l"
global function "f"
global var "inner"

function 0 "" script source 0..104 {
block0:
  v0 = this
  global.declare
  v1 = function @1 !31
  global.function "f" v1 !31
  v2 = const.double 1 !4
  v3 = box v2 !4
  global.store sloppy "v" v3 !4
  v4 = global.load "v" !19
  global.init "l" v4 !15
  v5 = function @2 !64
  global.store sloppy "inner" v5 !55
  v6 = global.typeof "u" !84
  v7 = global.delete "u" !94
  v8 = const.double 1 !97
  v9 = box v8 !99
  global.store sloppy "u" v9 !99
  v10 = undefined !99
  return v10 !99
}

function 1 "f" source 22..52 {
block0:
  v0 = global.load "l" !44
  v1 = global.load "u" !48
  v2 = binary + v0, v1 !46
  return v2 !37
}

function 2 "inner" source 55..74 {
block0:
  v0 = undefined !55
  return v0 !55
}
