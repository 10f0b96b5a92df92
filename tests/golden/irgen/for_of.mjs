outer: for (const x of xs) {
  for (const y of x) {
    if (y) continue outer;
    break;
  }
}
// --- stdout
module "for_of.mjs" "for_of.mjs"
text iterable !23 "xs"
text iterable !47 "x"

function 0 "" module strict source 0..96 {
block0:
  v0 = global.load "xs" !23
  v1 = iterator.open sync v0 !23
  jump block1 !23
block1:
  v2 = iterator.step v1 !18
  v3 = is.empty v2 !18
  branch v3, block3, block2 !18
block2 unwind block4:
  v4 = iterator.open sync v2 !47
  jump block5 !47
block3:
  v5 = undefined !83
  return v5 !83
block4(v6: Boxed) handler:
  iterator.close_silent v1 !83
  throw v6 !83
block5 unwind block4:
  v7 = iterator.step v4 !42
  jump block9 !42
block6:
  v8 = to_boolean v7 !60
  branch v8, block11, block10 !60
block7 unwind block4:
  iterator.close v4 !83
  jump block8 !83
block8:
  jump block1 !83
block9:
  v9 = is.empty v7 !42
  branch v9, block8, block6 !42
block10:
  jump block7 !83
block11 unwind block4:
  iterator.close v4 !63
  jump block1 !63
}
