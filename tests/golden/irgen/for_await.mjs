async function f(a) { for await (const x of a) if (x) return x; }
// --- stdout
module "for_await.mjs" "for_await.mjs"
text iterable !44 "a"

function 0 "" module strict source 0..66 {
block0:
  v0 = function @1 !15
  v1 = undefined
  return v1
}

function 1 "f" strict async length 1 parameters 1 source 0..65 {
block0:
  v0: Boxed = parameter 0 !17
  v1 = iterator.open async v0 !44
  jump block1 !44
block1:
  v2 = empty !39
  v3 = iterator.next v1, v2 !39
  suspend await v3, block4 !39
block2:
  v4 = to_boolean v7 !51
  branch v4, block6, block5 !51
block3:
  v5 = undefined !54
  return v5 !54
block4(v6: Boxed) resume:
  v7 = iterator.result v1, v6 !39
  v8 = is.empty v7 !39
  branch v8, block3, block2 !39
block5:
  jump block1 !54
block6:
  v9 = iterator.return v1 !54
  v10 = is.empty v9 !54
  branch v10, block8, block7 !54
block7:
  suspend await v9, block9 !54
block8:
  return v7 !54
block9(v11: Boxed) resume:
  v12 = check.object iterator_result v11 !54
  jump block8 !54
}
