// --- more-args: --lang=jsx
exports.a = <a>{b}</a>;
// --- stdout
module "jsx_runtime.cjs" "jsx_runtime.cjs"
literal 0
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
  v13 = object @0 !12
  v14 = global.load "b" !16
  v15 = const.string "children" !16
  define.own v13, v15, v14 !16
  v16 = call v10, v11, v12, v13 !12
  set sloppy "a" v1, v16 !8
  v17 = undefined !8
  return v17 !8
}
