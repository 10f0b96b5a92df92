async function* f(a) { yield a; return 1; }
// --- stdout
module "async_generator.mjs" "async_generator.mjs"

function 0 "" module strict source 0..44 {
block0:
  v0 = function @1 !16
  v1 = undefined
  return v1
}

function 1 "f" strict async generator length 1 parameters 1 source 0..43 {
block0:
  v0: Boxed = parameter 0 !18
  v1 = undefined !18
  suspend initial v1, block1 !18
block1(v2: Boxed) resume:
  suspend await v0, block2 !23
block2(v3: Boxed) resume:
  suspend yield v3, block3, block4 !23
block3(v4: Boxed) resume:
  v5 = const.double 1 !32
  v6 = box v5 !32
  suspend await v6, block6 !32
block4(v7: Boxed) resume:
  suspend await v7, block5 !23
block5(v8: Boxed) resume:
  return v8 !23
block6(v9: Boxed) resume:
  return v9 !32
}
