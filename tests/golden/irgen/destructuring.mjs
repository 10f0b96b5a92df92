const { a, b: [c = 1, ...d], ...e } = f();
[g.h, i] = [i, c];
// --- stdout
module "destructuring.mjs" "destructuring.mjs"
literal 0
text callee !38 "f"

function 0 "" module strict source 0..62 {
block0:
  v0 = global.load "f" !38
  v1 = undefined !38
  v2 = call v0, v1 !38
  v3 = check.coercible "property 'a' of 'f()'" v2 !8
  v4 = const.string "a" !8
  v5 = get "a" v3 !8
  v6 = const.string "b" !11
  v7 = get "b" v3 !11
  v8 = iterator.open sync v7 !14
  jump block2 !15
block1(v9: Boxed) handler:
  iterator.close_silent v8 !14
  throw v9 !14
block2 unwind block1:
  v10 = iterator.step v8 !15
  jump block3 !15
block3:
  v11 = undefined_if_empty v10 !15
  v12 = is.undefined v11 !15
  branch v12, block4, block5(v11) !15
block4:
  v13 = const.double 1 !15
  v14 = box v13 !15
  jump block5(v14) !15
block5(v15: Boxed) unwind block1:
  v16 = iterator.rest v8 !22
  jump block6 !25
block6:
  iterator.close v8 !14
  jump block7 !14
block7:
  v17 = object @0 !29
  copy_properties v17, v3, v4, v6 !29
  v18 = global.load "i" !55
  v19 = array v18, v15 !58
  v20 = iterator.open sync v19 !43
  jump block9 !44
block8(v21: Boxed) handler:
  iterator.close_silent v20 !43
  throw v21 !43
block9 unwind block8:
  v22 = global.load "g" !44
  jump block10 !44
block10 unwind block8:
  v23 = iterator.step v20 !44
  jump block11 !44
block11 unwind block8:
  v24 = undefined_if_empty v23 !44
  set strict "h" v22, v24 !46
  jump block12 !49
block12 unwind block8:
  v25 = iterator.step v20 !49
  jump block13 !49
block13 unwind block8:
  v26 = undefined_if_empty v25 !49
  global.store strict "i" v26 !49
  jump block14 !43
block14:
  iterator.close v20 !43
  jump block15 !43
block15:
  v27 = undefined !43
  return v27 !43
}
