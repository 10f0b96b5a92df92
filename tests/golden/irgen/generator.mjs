function* f(a) { try { return yield a; } finally { g(); } }
// --- stdout
module "generator.mjs" "generator.mjs"
text callee !51 "g"

function 0 "" module strict source 0..60 {
block0:
  v0 = function @1 !10
  v1 = undefined
  return v1
}

function 1 "f" strict generator length 1 parameters 1 source 0..59 {
block0:
  v0: Boxed = parameter 0 !12
  v1 = undefined !12
  suspend initial v1, block1 !12
block1(v2: Boxed) resume unwind block2:
  suspend yield v0, block4, block5 !30
block2(v3: Boxed) handler:
  v4 = const.int32 1 !23
  jump block3(v4, v3) !23
block3(v5: Int32, v6: Boxed):
  v7 = global.load "g" !51
  v8 = undefined !51
  v9 = call v7, v8 !51
  switch v5, block6, block7 !51
block4(v10: Boxed) resume:
  v11 = const.int32 0 !23
  jump block3(v11, v10) !23
block5(v12: Boxed) resume:
  v13 = const.int32 0 !30
  jump block3(v13, v12) !30
block6:
  return v6 !51
block7:
  throw v6 !51
}
