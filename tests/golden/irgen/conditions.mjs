if (a && !b || c > d) e();
else if (f ?? g) h();
x = a ? b : c;
// --- stdout
module "conditions.mjs" "conditions.mjs"
text callee !22 "e"
text callee !44 "h"

function 0 "" module strict source 0..64 {
block0:
  v0 = global.load "a" !4
  v1 = to_boolean v0 !4
  branch v1, block5, block4 !4
block1:
  v2 = global.has "x" !49
  v3 = global.load "a" !53
  v4 = to_boolean v3 !53
  branch v4, block10, block11 !53
block2:
  v5 = global.load "e" !22
  v6 = undefined !22
  v7 = call v5, v6 !22
  jump block1 !22
block3:
  v8 = global.load "f" !36
  v9 = is.nullish v8 !36
  branch v9, block8, block7(v8) !36
block4:
  v10 = global.load "c" !15
  v11 = global.load "d" !19
  v12 = compare > v10, v11 !17
  branch v12, block2, block3 !15
block5:
  v13 = global.load "b" !10
  v14 = to_boolean v13 !10
  branch v14, block4, block2 !10
block6:
  v15 = global.load "h" !44
  v16 = undefined !44
  v17 = call v15, v16 !44
  jump block1 !44
block7(v18: Boxed):
  v19 = to_boolean v18 !36
  branch v19, block6, block1 !36
block8:
  v20 = global.load "g" !41
  jump block7(v20) !41
block9(v21: Boxed):
  branch v2, block13, block12 !51
block10:
  v22 = global.load "b" !57
  jump block9(v22) !57
block11:
  v23 = global.load "c" !61
  jump block9(v23) !61
block12:
  throw.error not_defined "x" !51
block13:
  global.store strict "x" v21 !51
  v24 = undefined !51
  return v24 !51
}
