switch (a) { case 1: let x = 1; case 2: f(x); break; default: g(); }
// --- stdout
module "switch.mjs" "switch.mjs"
text callee !40 "f"
text callee !62 "g"

function 0 "" module strict source 0..69 {
block0:
  v0 = global.load "a" !8
  v1 = empty !8
  v2 = const.double 1 !8
  v3 = box v2 !8
  v4 = strict_equal v0, v3 !18
  branch v4, block2, block3 !18
block1:
  v5 = undefined !62
  return v5 !62
block2:
  v6 = const.double 1 !25
  v7 = box v6 !25
  jump block4(v7) !25
block3:
  v8 = const.double 2 !18
  v9 = box v8 !18
  v10 = strict_equal v0, v9 !37
  branch v10, block4(v1), block5 !37
block4(v11: Boxed):
  v12 = global.load "f" !40
  v13 = undefined !40
  v14 = check.initialized "x" v11 !42
  v15 = call v12, v13, v14 !40
  jump block1 !46
block5:
  jump block6 !37
block6:
  v16 = global.load "g" !62
  v17 = undefined !62
  v18 = call v16, v17 !62
  jump block1 !62
}
