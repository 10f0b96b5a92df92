a?.b.c(d)?.[e];
(a?.b)();
delete a?.b;
// --- stdout
module "optional_chain.mjs" "optional_chain.mjs"
text callee !5 "a?.b.c"
text callee !22 "a?.b"

function 0 "" module strict source 0..39 {
block0:
  v0 = global.load "a"
  v1 = is.nullish v0
  branch v1, block1, block3
block1:
  v2 = undefined !12
  v3 = undefined !12
  jump block2(v2, v3) !12
block2(v4: Boxed, v5: Boxed):
  v6 = global.load "a" !17
  v7 = is.nullish v6 !17
  branch v7, block5, block7 !17
block3:
  v8 = get "b" v0 !3
  v9 = get "c" v8 !5
  v10 = global.load "d" !7
  v11 = call v9, v8, v10 !5
  v12 = is.nullish v11 !5
  branch v12, block1, block4 !5
block4:
  v13 = global.load "e" !12
  v14 = get.elem v11, v13 !12
  jump block2(v14, v11) !12
block5:
  v15 = undefined !20
  v16 = undefined !20
  jump block6(v15, v16) !20
block6(v17: Boxed, v18: Boxed):
  v19 = call v17, v18 !22
  v20 = global.load "a" !33
  v21 = is.nullish v20 !33
  branch v21, block8, block10 !33
block7:
  v22 = get "b" v6 !20
  jump block6(v22, v6) !20
block8:
  v23 = const.bool true !26
  jump block9(v23) !26
block9(v24: Bool):
  v25 = undefined !26
  return v25 !26
block10:
  v26 = const.string "b" !33
  v27 = delete strict v20, v26 !26
  jump block9(v27) !26
}
