async function f(a) { await using b = a, c = null; throw b; }
// --- stdout
module "await_using.mjs" "await_using.mjs"

function 0 "" module strict source 0..62 {
block0:
  v0 = function @1 !15
  v1 = undefined
  return v1
}

function 1 "f" strict async length 1 parameters 1 source 0..61 {
block0 unwind block1:
  v0: Boxed = parameter 0 !17
  v1 = dispose.open !17
  dispose.add async v1, v0 !34
  jump block3 !34
block1(v2: Boxed) handler:
  v3 = const.int32 0 !51
  jump block2 !51
block2:
  jump block5(v2, v3) !51
block3 unwind block1:
  v4 = null !41
  dispose.add async v1, v4 !41
  jump block4 !41
block4 unwind block1:
  throw v0 !51
block5(v5: Boxed, v6: Int32) unwind block8:
  v7 = dispose.step v1 !51
  jump block9 !51
block6:
  v8 = dispose.awaits v1 !51
  branch v8, block10, block5(v5, v6) !51
block7:
  throw v5 !51
block8(v9: Boxed) handler:
  v10 = const.int32 0 !51
  v11 = compare.int32 == v6, v10 !51
  branch v11, block13, block12 !51
block9:
  v12 = is.empty v7 !51
  branch v12, block7, block6 !51
block10 unwind block8:
  suspend await v7, block11 !51
block11(v13: Boxed) resume:
  jump block5(v5, v6) !51
block12:
  jump block5(v9, v10) !51
block13:
  v14 = suppressed_error v9, v5 !51
  jump block5(v14, v6) !51
}
