function f(a, b) { arguments[0] = 1; return a; }
// --- stdout
module "arguments_mapped.cjs" "arguments_mapped.cjs"

function 0 "" commonjs length 5 parameters 5 source 0..49 {
block0:
  v0 = this
  v1: Boxed = parameter 0
  v2: Boxed = parameter 1
  v3: Boxed = parameter 2
  v4: Boxed = parameter 3
  v5: Boxed = parameter 4
  v6 = function @1 !9
  v7 = undefined
  return v7
}

function 1 "f" uses_arguments length 2 parameters 2 source 0..48 {
block0:
  v0: Boxed = parameter 0 !11
  v1 = box.new v0 !11
  v2: Boxed = parameter 1 !14
  v3 = box.new v2 !14
  v4 = arguments.mapped v1, v3 !14
  v5 = const.double 0 !19
  v6 = box v5 !19
  v7 = const.double 1 !19
  v8 = box v7 !32
  set.elem sloppy v4, v6, v8 !32
  v9 = box.load v1 !44
  return v9 !37
}
