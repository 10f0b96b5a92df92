function* f(a) { return yield* a; }
// --- stdout
module "yield_delegate.mjs" "yield_delegate.mjs"

function 0 "" module strict source 0..36 {
block0:
  v0 = function @1 !10
  v1 = undefined
  return v1
}

function 1 "f" strict generator length 1 parameters 1 source 0..35 {
block0:
  v0: Boxed = parameter 0 !12
  v1 = undefined !12
  suspend initial v1, block1 !12
block1(v2: Boxed) resume:
  v3 = iterator.open sync v0 !31
  v4 = undefined !31
  jump block2(v4) !31
block2(v5: Boxed):
  v6 = iterator.next v3, v5 !31
  jump block3(v6) !31
block3(v7: Boxed):
  v8 = check.object iterator_result v7 !31
  v9 = get "done" v7 !31
  v10 = to_boolean v9 !31
  branch v10, block5, block4(v7) !31
block4(v11: Boxed) unwind block6:
  suspend delegate v11, block7, block8 !31
block5:
  v12 = get "value" v7 !31
  return v12 !17
block6(v13: Boxed) handler:
  v14 = iterator.object v3 !31
  v15 = get "throw" v14 !31
  v16 = is.nullish v15 !31
  branch v16, block12, block13 !31
block7(v17: Boxed) resume:
  jump block2(v17) !31
block8(v18: Boxed) resume:
  v19 = iterator.object v3 !31
  v20 = get "return" v19 !31
  v21 = is.nullish v20 !31
  branch v21, block9, block10 !31
block9:
  return v18 !31
block10:
  v22 = call v20, v19, v18 !31
  v23 = check.object iterator_result v22 !31
  v24 = get "done" v22 !31
  v25 = to_boolean v24 !31
  branch v25, block11, block4(v22) !31
block11:
  v26 = get "value" v22 !31
  return v26 !31
block12:
  iterator.close v3 !31
  throw.error missing_throw_method none !31
block13:
  v27 = call v15, v14, v13 !31
  jump block3(v27) !31
}
