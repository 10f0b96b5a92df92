const f = async (a) => { try { await a; } catch (e) { return e; } };
export default await f();
// --- stdout
module "async.mjs" "async.mjs"
binding 0 export "default" const maybe_uninitialized
text callee !90 "f"

function 0 "" module strict async source 0..95 {
block0:
  v0 = function @1 !10
  v1 = undefined !90
  v2 = call v0, v1 !90
  suspend await v2, block1 !84
block1(v3: Boxed) resume:
  module.store @0 v3 !69
  v4 = undefined !69
  return v4 !69
}

function 1 "f" strict arrow async length 1 parameters 1 source 10..67 {
block0 unwind block2:
  v0: Boxed = parameter 0 !17
  suspend await v0, block3 !31
block1:
  v1 = undefined !54
  return v1 !54
block2(v2: Boxed) handler:
  return v2 !54
block3(v3: Boxed) resume:
  jump block1 !31
}
