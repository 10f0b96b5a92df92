/** @jsxRuntime classic */
import React from "react";
const a = <div id="x" {...p}>text {b}<A.B/></div>;
const c = <></>;
// --- stdout
module "jsx_classic.jsx" "jsx_classic.jsx"
literal 0: "id"
binding 0 import "react" "default" maybe_uninitialized

function 0 "" module strict source 0..122 {
block0:
  v0 = module.load @0 !64
  v1 = check.initialized "React" v0 !64
  v2 = get "createElement" v1 !64
  v3 = const.string "div" !64
  v4 = const.string "x" !64
  v5 = object @0 v4 !64
  v6 = global.load "p" !80
  copy_properties v5, v6 !80
  v7 = const.string "text " !83
  v8 = global.load "b" !89
  v9 = module.load @0 !91
  v10 = check.initialized "React" v9 !91
  v11 = get "createElement" v10 !91
  v12 = global.load "A" !92
  v13 = get "B" v12 !94
  v14 = null !94
  v15 = call v11, v10, v13, v14 !91
  v16 = call v2, v1, v3, v5, v7, v8, v15 !64
  v17 = module.load @0 !115
  v18 = check.initialized "React" v17 !115
  v19 = get "createElement" v18 !115
  v20 = module.load @0 !115
  v21 = check.initialized "React" v20 !115
  v22 = get "Fragment" v21 !115
  v23 = null !115
  v24 = call v19, v18, v22, v23 !115
  v25 = undefined !111
  return v25 !111
}
