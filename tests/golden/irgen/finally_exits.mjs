function f(x) {
  for (;;) {
    try {
      if (x) break;
      return g();
    } catch (e) {
      continue;
    } finally {
      h();
    }
  }
}
// --- stdout
module "finally_exits.mjs" "finally_exits.mjs"
text callee !72 "g"
text callee !133 "h"

function 0 "" module strict source 0..150 {
block0:
  v0 = function @1 !9
  v1 = undefined
  return v1
}

function 1 "f" strict length 1 parameters 1 source 0..149 {
block0:
  v0 = undefined
  v1: Boxed = parameter 0 !11
  jump block1(v0) !18
block1(v2: Boxed):
  jump block2 !18
block2:
  v3 = to_boolean v1 !49
  branch v3, block8, block7 !49
block3:
  jump block1(v6) !133
block4:
  v4 = undefined !133
  return v4 !133
block5(v5: Int32, v6: Boxed):
  v7 = global.load "h" !133
  v8 = undefined !133
  v9 = call v7, v8 !133
  switch v5, block11, block12, block13 !133
block6(v10: Boxed) handler:
  v11 = const.int32 2 !101
  jump block5(v11, v2) !101
block7 unwind block6:
  v12 = global.load "g" !72
  jump block9 !72
block8:
  v13 = const.int32 0 !52
  jump block5(v13, v2) !52
block9 unwind block6:
  v14 = undefined !72
  v15 = call v12, v14 !72
  jump block10 !65
block10:
  v16 = const.int32 1 !65
  jump block5(v16, v15) !65
block11:
  jump block4 !133
block12:
  return v6 !133
block13:
  jump block3 !133
}
