with (o) { var x = delete o.x; }
try { f(); } catch (e) { var e = 1; }
// --- stdout
module "with_var.cjs" "with_var.cjs"
text callee !39 "f"

function 0 "" commonjs length 5 parameters 5 source 0..71 {
block0:
  v0 = this
  v1: Boxed = parameter 0
  v2: Boxed = parameter 1
  v3: Boxed = parameter 2
  v4: Boxed = parameter 3
  v5: Boxed = parameter 4
  v6 = global.load "o" !6
  v7 = to_object v6
  v8 = const.string "x" !15
  v9 = with.has v7, v8 !15
  branch v9, block1(v7), block2 !15
block1(v10: Boxed):
  v11 = const.string "o" !26
  v12 = with.has v7, v11 !26
  branch v12, block3(v7), block4 !26
block2:
  v13 = empty !15
  jump block1(v13) !15
block3(v14: Boxed):
  v15 = is.empty v14 !26
  branch v15, block5, block6 !26
block4:
  v16 = empty !26
  jump block3(v16) !26
block5:
  v17 = global.load "o" !26
  jump block7(v17) !26
block6:
  v18 = const.string "o" !26
  v19 = with.get sloppy v14, v18 !26
  jump block7(v19) !26
block7(v20: Boxed):
  v21 = const.string "x" !26
  v22 = delete sloppy v20, v21 !19
  v23 = box v22 !15
  v24 = is.empty v10 !15
  branch v24, block8, block9 !15
block8:
  jump block10 !15
block9:
  v25 = const.string "x" !15
  with.set sloppy v10, v25, v23 !15
  jump block10 !15
block10 unwind block12:
  v26 = global.load "f" !39
  jump block13 !39
block11:
  v27 = undefined !62
  return v27 !62
block12(v28: Boxed) handler:
  v29 = const.double 1 !62
  v30 = box v29 !62
  jump block11 !62
block13 unwind block12:
  v31 = undefined !39
  v32 = call v26, v31 !39
  jump block11 !39
}
