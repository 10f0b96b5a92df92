async function* f(a) { yield* a; }
// --- stdout
module "async_yield_delegate.mjs" "async_yield_delegate.mjs"

function 0 "" module strict source 0..35 {
block0:
  v0 = function @1 !16
  v1 = undefined
  return v1
}

function 1 "f" strict async generator length 1 parameters 1 source 0..34 {
block0:
  v0: Boxed = parameter 0 !18
  v1 = undefined !18
  suspend initial v1, block1 !18
block1(v2: Boxed) resume:
  v3 = iterator.open async v0 !30
  v4 = undefined !30
  jump block2(v4) !30
block2(v5: Boxed):
  v6 = iterator.next v3, v5 !30
  suspend await v6, block9 !30
block3(v7: Boxed):
  v8 = check.object iterator_result v7 !30
  v9 = get "done" v7 !30
  v10 = to_boolean v9 !30
  branch v10, block5, block4(v7) !30
block4(v11: Boxed):
  v12 = get "value" v11 !30
  jump block10 !30
block5:
  v13 = get "value" v7 !30
  v14 = undefined !30
  return v14 !30
block6(v15: Boxed) handler:
  v16 = iterator.object v3 !30
  v17 = get "throw" v16 !30
  v18 = is.nullish v17 !30
  branch v18, block17, block18 !30
block7(v19: Boxed) resume:
  jump block2(v19) !30
block8(v20: Boxed) resume unwind block6:
  suspend await v20, block11 !30
block9(v21: Boxed) resume:
  jump block3(v21) !30
block10 unwind block6:
  suspend yield v12, block7, block8 !30
block11(v22: Boxed) resume:
  v23 = iterator.object v3 !30
  v24 = get "return" v23 !30
  v25 = is.nullish v24 !30
  branch v25, block12, block13 !30
block12:
  suspend await v22, block16 !30
block13:
  v26 = call v24, v23, v22 !30
  suspend await v26, block15 !30
block14:
  v27 = get "value" v28 !30
  return v27 !30
block15(v28: Boxed) resume:
  v29 = check.object iterator_result v28 !30
  v30 = get "done" v28 !30
  v31 = to_boolean v30 !30
  branch v31, block14, block4(v28) !30
block16(v32: Boxed) resume:
  return v32 !30
block17:
  v33 = iterator.return v3 !30
  v34 = is.empty v33 !30
  branch v34, block21, block20 !30
block18:
  v35 = call v17, v16, v15 !30
  suspend await v35, block19 !30
block19(v36: Boxed) resume:
  jump block3(v36) !30
block20:
  suspend await v33, block22 !30
block21:
  throw.error missing_throw_method none !30
block22(v37: Boxed) resume:
  v38 = check.object iterator_result v37 !30
  jump block21 !30
}
