// --- more-args: --lang=jsx
exports.a = <a>{b}</a>;
// --- stdout
module "jsx_runtime.cjs" "jsx_runtime.cjs"
literal 0: "children"
binding 0 local "jsx runtime" const

function 0 "" commonjs length 5 parameters 5 source 0..24 {
block0:
  v0 = this
  v1: Boxed = parameter 0
  v2: Boxed = parameter 1
  v3: Boxed = parameter 2
  v4: Boxed = parameter 3
  v5: Boxed = parameter 4
  v6 = undefined
  v7 = const.string "react/jsx-runtime"
  v8 = call v2, v6, v7
  module.store @0 v8
  v9 = module.load @0 !12
  v10 = get "jsx" v9 !12
  v11 = undefined !12
  v12 = const.string "a" !12
  v13 = global.load "b" !16
  v14 = object @0 v13 !16
  v15 = call v10, v11, v12, v14 !12
  set sloppy "a" v1, v15 !10
  v16 = undefined !10
  return v16 !10
}
