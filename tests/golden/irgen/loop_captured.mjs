for (let i = 0; i < 3; i++) use(() => i);
// --- stdout
module "loop_captured.mjs" "loop_captured.mjs"
text callee !28 "use"

function 0 "" module strict source 0..42 {
block0:
  v0 = const.double 0 !9
  v1 = box v0 !9
  v2 = box.new v1 !9
  jump block1(v2) !9
block1(v3: Cell):
  v4 = box.load v3 !16
  v5 = const.double 3 !16
  v6 = box v5 !16
  v7 = compare < v4, v6 !18
  branch v7, block2, block4 !16
block2:
  v8 = global.load "use" !28
  v9 = undefined !28
  v10 = function @1 v3 !32
  v11 = call v8, v9, v10 !28
  jump block3 !28
block3:
  v12 = box.load v3 !28
  v13 = box.new v12 !28
  v14 = box.load v13 !23
  v15 = to_numeric v14 !23
  v16 = unary ++ v15 !23
  box.store v13, v16 !23
  jump block1(v13) !23
block4:
  v17 = undefined !23
  return v17 !23
}

function 1 "" strict arrow source 32..39 captures box "i" {
block0:
  v0: Cell = capture 0 !38
  v1 = box.load v0 !38
  return v1 !38
}
