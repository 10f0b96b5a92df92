with (o) { x = y; z(); }
// --- stdout
module "with.cjs" "with.cjs"
text callee !18 "z"

function 0 "" commonjs length 5 parameters 5 source 0..25 {
block0:
  v0 = this
  v1: Boxed = parameter 0
  v2: Boxed = parameter 1
  v3: Boxed = parameter 2
  v4: Boxed = parameter 3
  v5: Boxed = parameter 4
  v6 = global.load "o" !6
  v7 = to_object v6
  v8 = const.string "x" !11
  v9 = with.has v7, v8 !11
  branch v9, block1(v7), block2 !11
block1(v10: Boxed):
  v11 = const.string "y" !15
  v12 = with.has v7, v11 !15
  branch v12, block3(v7), block4 !15
block2:
  v13 = empty !11
  jump block1(v13) !11
block3(v14: Boxed):
  v15 = is.empty v14 !15
  branch v15, block5, block6 !15
block4:
  v16 = empty !15
  jump block3(v16) !15
block5:
  v17 = global.load "y" !15
  jump block7(v17) !15
block6:
  v18 = const.string "y" !15
  v19 = with.get sloppy v14, v18 !15
  jump block7(v19) !15
block7(v20: Boxed):
  v21 = is.empty v10 !13
  branch v21, block8, block9 !13
block8:
  global.store sloppy "x" v20 !13
  jump block10 !13
block9:
  v22 = const.string "x" !13
  with.set sloppy v10, v22, v20 !13
  jump block10 !13
block10:
  v23 = const.string "z" !18
  v24 = with.has v7, v23 !18
  branch v24, block11(v7), block12 !18
block11(v25: Boxed):
  v26 = is.empty v25 !18
  branch v26, block13, block14 !18
block12:
  v27 = empty !18
  jump block11(v27) !18
block13:
  v28 = global.load "z" !18
  jump block15(v28) !18
block14:
  v29 = const.string "z" !18
  v30 = with.get sloppy v25, v29 !18
  jump block15(v30) !18
block15(v31: Boxed):
  v32 = undefined_if_empty v25 !18
  v33 = call v31, v32 !18
  v34 = undefined !18
  return v34 !18
}
