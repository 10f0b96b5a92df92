const a = <div id="x" key={k}>text {b}<A.B/></div>;
const c = <p {...q}>  one
  two </p>;
// --- stdout
module "jsx_automatic.jsx" "jsx_automatic.jsx"
literal 0
binding 0 import "react/jsx-runtime" "jsxs" const
binding 1 import "react/jsx-runtime" "jsx" const

function 0 "" module strict source 0..90 {
block0:
  v0 = module.load @0 !10
  v1 = undefined !10
  v2 = const.string "div" !10
  v3 = object @0 !10
  v4 = const.string "x" !15
  v5 = const.string "id" !15
  define.own v3, v5, v4 !15
  v6 = global.load "k" !27
  v7 = array !22
  v8 = const.string "text " !30
  array.append v7, v8 !30
  v9 = global.load "b" !36
  array.append v7, v9 !36
  v10 = module.load @1 !38
  v11 = undefined !38
  v12 = global.load "A" !39
  v13 = get "B" v12 !41
  v14 = object @0 !41
  v15 = call v10, v11, v13, v14 !38
  array.append v7, v15 !38
  v16 = const.string "children" !38
  define.own v3, v16, v7 !38
  v17 = call v0, v1, v2, v3, v6 !10
  v18 = module.load @1 !62
  v19 = undefined !62
  v20 = const.string "p" !62
  v21 = object @0 !62
  v22 = global.load "q" !69
  copy_properties v21, v22 !69
  v23 = const.string "  one two " !72
  v24 = const.string "children" !72
  define.own v21, v24, v23 !72
  v25 = call v18, v19, v20, v21 !62
  v26 = undefined !58
  return v26 !58
}
