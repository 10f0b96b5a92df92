/** @jsxRuntime classic */
import React from "react";
const a = <div id="x" {...p}>text {b}<A.B/></div>;
const c = <></>;
// --- stdout
module "jsx_classic.jsx" "jsx_classic.jsx"
literal 0
binding 0 import "react" "default" maybe_uninitialized

function 0 "" module strict source 0..122 {
block0:
  v0 = module.load @0 !64
  v1 = check.initialized "React" v0 !64
  v2 = get "createElement" v1 !64
  v3 = const.string "div" !64
  v4 = object @0 !64
  v5 = const.string "x" !69
  v6 = const.string "id" !69
  define.own v4, v6, v5 !69
  v7 = global.load "p" !80
  copy_properties v4, v7 !80
  v8 = const.string "text " !83
  v9 = global.load "b" !89
  v10 = module.load @0 !91
  v11 = check.initialized "React" v10 !91
  v12 = get "createElement" v11 !91
  v13 = global.load "A" !92
  v14 = get "B" v13 !94
  v15 = null !94
  v16 = call v12, v11, v14, v15 !91
  v17 = call v2, v1, v3, v4, v8, v9, v16 !64
  v18 = module.load @0 !115
  v19 = check.initialized "React" v18 !115
  v20 = get "createElement" v19 !115
  v21 = module.load @0 !115
  v22 = check.initialized "React" v21 !115
  v23 = get "Fragment" v22 !115
  v24 = null !115
  v25 = call v20, v19, v23, v24 !115
  v26 = undefined !111
  return v26 !111
}
