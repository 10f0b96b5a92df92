f(...a, b);
new g.h(c);
eval("x");
import("m");
// --- stdout
module "calls.mjs" "calls.mjs"
text iterable !5 "a"
text callee !0 "f"
text callee !12 "g.h"
text callee !24 "eval"

function 0 "" module strict source 0..48 {
block0:
  v0 = global.load "f"
  v1 = undefined
  v2 = array
  v3 = global.load "a" !5
  array.spread v2, v3 !5
  v4 = global.load "b" !8
  array.append v2, v4 !8
  v5 = call.spread v0, v1, v2
  v6 = global.load "g" !16
  v7 = get "h" v6 !18
  v8 = global.load "c" !20
  v9 = construct v7, v7, v8 !12
  v10 = global.load "eval" !24
  v11 = undefined !24
  v12 = const.string "x" !24
  v13 = call.eval v10, v11, v12 !24
  v14 = const.string "m" !35
  v15 = undefined !35
  v16 = import evaluation 0 v14, v15 !35
  v17 = undefined !35
  return v17 !35
}
