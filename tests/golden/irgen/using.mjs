function f(a) { using b = a; return b; }
// --- stdout
module "using.mjs" "using.mjs"

function 0 "" module strict source 0..41 {
block0:
  v0 = function @1 !9
  v1 = undefined
  return v1
}

function 1 "f" strict length 1 parameters 1 source 0..40 {
block0 unwind block1:
  v0: Boxed = parameter 0 !11
  v1 = dispose.open !11
  dispose.add sync v1, v0 !22
  jump block3 !22
block1(v2: Boxed) handler:
  v3 = const.int32 1 !29
  jump block2(v2, v3) !29
block2(v4: Boxed, v5: Int32):
  jump block4(v4, v5) !29
block3:
  v6 = const.int32 0 !29
  jump block2(v0, v6) !29
block4(v7: Boxed, v8: Int32) unwind block7:
  v9 = dispose.step v1 !29
  jump block8 !29
block5:
  jump block4(v7, v8) !29
block6:
  switch v8, block11, block12 !29
block7(v10: Boxed) handler:
  v11 = const.int32 1 !29
  v12 = compare.int32 == v8, v11 !29
  branch v12, block10, block9 !29
block8:
  v13 = is.empty v9 !29
  branch v13, block6, block5 !29
block9:
  jump block4(v10, v11) !29
block10:
  v14 = suppressed_error v10, v7 !29
  jump block4(v14, v8) !29
block11:
  return v7 !29
block12:
  throw v7 !29
}
