a.b = c[d] = e;
a.b += 1;
c[d] ||= e;
c[d]++;
const k = 1;
k = 2;
// --- stdout
module "assignments.mjs" "assignments.mjs"

function 0 "" module strict source 0..66 {
block0:
  v0 = global.load "a"
  v1 = global.load "c" !6
  v2 = global.load "d" !8
  v3 = global.load "e" !13
  set.elem strict v1, v2, v3 !11
  set strict "b" v0, v3 !4
  v4 = global.load "a" !16
  v5 = get "b" v4 !18
  v6 = const.double 1 !18
  v7 = box v6 !18
  v8 = binary + v5, v7 !16
  set strict "b" v4, v8 !20
  v9 = global.load "c" !26
  v10 = global.load "d" !28
  v11 = is.object v10 !26
  branch v11, block1, block2(v10) !26
block1:
  v12 = check.coercible "" v9 !26
  v13 = to_property_key v10 !26
  jump block2(v13) !26
block2(v14: Boxed):
  v15 = get.elem v9, v14 !26
  v16 = to_boolean v15 !26
  branch v16, block4(v15), block3 !26
block3:
  v17 = global.load "e" !35
  set.elem strict v9, v14, v17 !31
  jump block4(v17) !31
block4(v18: Boxed):
  v19 = global.load "c" !38
  v20 = global.load "d" !40
  v21 = is.object v20 !38
  branch v21, block5, block6(v20) !38
block5:
  v22 = check.coercible "" v19 !38
  v23 = to_property_key v20 !38
  jump block6(v23) !38
block6(v24: Boxed):
  v25 = get.elem v19, v24 !38
  v26 = to_numeric v25 !38
  v27 = unary ++ v26 !38
  set.elem strict v19, v24, v27 !38
  v28 = const.double 1 !52
  v29 = box v28 !52
  v30 = const.double 2 !59
  throw.error const_assignment "k" !61
}
