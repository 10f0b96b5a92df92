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
  set.elem strict v1, v2, v3 !6
  set strict "b" v0, v3 !2
  v4 = global.load "a" !16
  v5 = get "b" v4 !18
  v6 = const.double 1 !18
  v7 = box v6 !18
  v8 = binary + v5, v7 !16
  set strict "b" v4, v8 !18
  v9 = global.load "c" !26
  v10 = global.load "d" !28
  v11 = to_property_key v10 !26
  v12 = get.elem v9, v11 !26
  v13 = to_boolean v12 !26
  branch v13, block2(v12), block1 !26
block1:
  v14 = global.load "e" !35
  set.elem strict v9, v11, v14 !26
  jump block2(v14) !26
block2(v15: Boxed):
  v16 = global.load "c" !38
  v17 = global.load "d" !40
  v18 = to_property_key v17 !38
  v19 = get.elem v16, v18 !38
  v20 = to_numeric v19 !38
  v21 = unary ++ v20 !38
  set.elem strict v16, v18, v21 !38
  v22 = const.double 1 !52
  v23 = box v22 !52
  v24 = const.double 2 !59
  throw.error const_assignment "k" !59
}
