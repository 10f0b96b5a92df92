enum E { A, B = 5, C, D = "d", F = f() }
const enum G { A = E.B | 2, B }
enum E { H = 1 << 3, I = A }
// --- stdout
module "enums.ts" "enums.ts"
literal 0
binding 0 local "E"
binding 1 local "G"
text callee !35 "f"

function 0 "" module strict source 0..102 {
block0:
  v0 = module.load @0
  v1 = is.nullish v0
  branch v1, block1, block2(v0)
block1:
  v2 = object @0
  jump block2(v2)
block2(v3: Boxed):
  module.store @0 v3
  v4 = const.double 0 !9
  v5 = box v4 !9
  set strict "A" v3, v5 !9
  v6 = const.string "A" !9
  set.elem strict v3, v5, v6 !9
  v7 = const.double 5 !12
  v8 = box v7 !12
  set strict "B" v3, v8 !12
  v9 = const.string "B" !12
  set.elem strict v3, v8, v9 !12
  v10 = const.double 6 !19
  v11 = box v10 !19
  set strict "C" v3, v11 !19
  v12 = const.string "C" !19
  set.elem strict v3, v11, v12 !19
  v13 = const.string "d" !22
  set strict "D" v3, v13 !22
  v14 = global.load "f" !35
  v15 = undefined !35
  v16 = call v14, v15 !35
  set strict "F" v3, v16 !31
  v17 = const.string "F" !31
  set.elem strict v3, v16, v17 !31
  v18 = module.load @1 !41
  v19 = is.nullish v18 !41
  branch v19, block3, block4(v18) !41
block3:
  v20 = object @0 !41
  jump block4(v20) !41
block4(v21: Boxed):
  module.store @1 v21 !41
  v22 = const.double 7 !56
  v23 = box v22 !56
  set strict "A" v21, v23 !56
  v24 = const.string "A" !56
  set.elem strict v21, v23, v24 !56
  v25 = const.double 8 !69
  v26 = box v25 !69
  set strict "B" v21, v26 !69
  v27 = const.string "B" !69
  set.elem strict v21, v26, v27 !69
  v28 = module.load @0 !73
  v29 = is.nullish v28 !73
  branch v29, block5, block6(v28) !73
block5:
  v30 = object @0 !73
  jump block6(v30) !73
block6(v31: Boxed):
  module.store @0 v31 !73
  v32 = const.double 8 !82
  v33 = box v32 !82
  set strict "H" v31, v33 !82
  v34 = const.string "H" !82
  set.elem strict v31, v33, v34 !82
  v35 = const.double 0 !94
  v36 = box v35 !94
  set strict "I" v31, v36 !94
  v37 = const.string "I" !94
  set.elem strict v31, v36, v37 !94
  v38 = undefined !94
  return v38 !94
}

function 1 "" declare strict source 0..102 {
block0:
  v0 = undefined
  module.store @0 v0
  v1 = undefined
  module.store @1 v1
  v2 = undefined
  return v2
}
