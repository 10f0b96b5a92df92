const a = <div id="x" key={k}>text {b}<A.B/></div>;
const c = <p {...q}>  one
  two </p>;
// --- stdout
module "jsx_automatic.jsx" "jsx_automatic.jsx"
literal 0
literal 1: "id", "children"
binding 0 import "react/jsx-runtime" "jsxs" const
binding 1 import "react/jsx-runtime" "jsx" const

function 0 "" module strict source 0..90 {
block0:
  v0 = module.load @0 !10
  v1 = undefined !10
  v2 = const.string "div" !10
  v3 = const.string "x" !10
  v4 = global.load "k" !27
  v5 = const.string "text " !30
  v6 = global.load "b" !36
  v7 = module.load @1 !38
  v8 = undefined !38
  v9 = global.load "A" !39
  v10 = get "B" v9 !41
  v11 = object @0 !41
  v12 = call v7, v8, v10, v11 !38
  v13 = array v5, v6, v12 !38
  v14 = object @1 v3, v13 !38
  v15 = call v0, v1, v2, v14, v4 !10
  v16 = module.load @1 !62
  v17 = undefined !62
  v18 = const.string "p" !62
  v19 = object @0 !62
  v20 = global.load "q" !69
  copy_properties v19, v20 !69
  v21 = const.string "children" !69
  v22 = const.string "  one two " !72
  define.own v19, v21, v22 !72
  v23 = call v16, v17, v18, v19 !62
  v24 = undefined !58
  return v24 !58
}
