function f(a) {
  for (using x of a) if (x) break;
  for (using y = a; ; ) y();
}
// --- stdout
module "using_loops.mjs" "using_loops.mjs"
text iterable !34 "a"
text callee !75 "y"

function 0 "" module strict source 0..82 {
block0:
  v0 = function @1 !9
  v1 = undefined
  return v1
}

function 1 "f" strict length 1 parameters 1 source 0..81 {
block0:
  v0 = undefined
  v1: Boxed = parameter 0 !11
  v2 = iterator.open sync v1 !34
  jump block1(v0) !34
block1(v3: Boxed):
  v4 = iterator.step v2 !29
  v5 = is.empty v4 !29
  branch v5, block4, block2 !29
block2 unwind block6:
  v6 = dispose.open !29
  dispose.add sync v6, v4 !23
  jump block8 !29
block3:
  iterator.close v2 !44
  jump block4 !44
block4 unwind block22:
  v7 = dispose.open !53
  dispose.add sync v7, v1 !64
  jump block24 !64
block5(v8: Boxed) handler:
  iterator.close_silent v2 !44
  throw v8 !44
block6(v9: Boxed) handler:
  v10 = const.int32 2 !44
  jump block7(v9, v10) !44
block7(v11: Boxed, v12: Int32):
  jump block11(v11, v12) !44
block8:
  v13 = to_boolean v4 !41
  branch v13, block10, block9 !41
block9:
  v14 = const.int32 1 !44
  jump block7(v3, v14) !44
block10:
  v15 = const.int32 0 !44
  jump block7(v3, v15) !44
block11(v16: Boxed, v17: Int32) unwind block14:
  v18 = dispose.step v6 !44
  jump block15 !44
block12:
  jump block11(v16, v17) !44
block13:
  switch v17, block19, block20, block21 !44
block14(v19: Boxed) handler:
  v20 = const.int32 2 !44
  v21 = compare.int32 == v17, v20 !44
  branch v21, block17, block16 !44
block15:
  v22 = is.empty v18 !44
  branch v22, block13, block12 !44
block16:
  jump block11(v19, v20) !44
block17:
  v23 = suppressed_error v19, v16 !44
  jump block11(v23, v17) !44
block18:
  jump block1(v16) !44
block19:
  jump block3 !44
block20:
  jump block18 !44
block21 unwind block5:
  throw v16 !44
block22(v24: Boxed) handler:
  v25 = const.int32 0 !75
  jump block23 !75
block23:
  jump block28(v24, v25) !75
block24:
  jump block25 !64
block25:
  jump block26 !64
block26 unwind block22:
  v26 = undefined !75
  v27 = call v1, v26 !75
  jump block27 !75
block27:
  jump block25 !75
block28(v28: Boxed, v29: Int32) unwind block31:
  v30 = dispose.step v7 !75
  jump block32 !75
block29:
  jump block28(v28, v29) !75
block30:
  throw v28 !75
block31(v31: Boxed) handler:
  v32 = const.int32 0 !75
  v33 = compare.int32 == v29, v32 !75
  branch v33, block34, block33 !75
block32:
  v34 = is.empty v30 !75
  branch v34, block30, block29 !75
block33:
  jump block28(v31, v32) !75
block34:
  v35 = suppressed_error v31, v28 !75
  jump block28(v35, v29) !75
}
