a[b] += c;
a[0]++;
// --- stdout
module "element_key.mjs" "element_key.mjs"

function 0 "" module strict source 0..19 {
block0:
  v0 = global.load "a"
  v1 = global.load "b" !2
  v2 = is.object v1
  branch v2, block1, block2(v1)
block1:
  v3 = check.coercible "" v0
  v4 = to_property_key v1
  jump block2(v4)
block2(v5: Boxed):
  v6 = get.elem v0, v5
  v7 = global.load "c" !8
  v8 = binary + v6, v7
  set.elem strict v0, v5, v8 !5
  v9 = global.load "a" !11
  v10 = const.double 0 !11
  v11 = box v10 !11
  v12 = get.elem v9, v11 !11
  v13 = to_numeric v12 !11
  v14 = unary ++ v13 !11
  set.elem strict v9, v11, v14 !11
  v15 = undefined !11
  return v15 !11
}
