o = [{ a: 1, b: [null, -2, "x"] }, true, , 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18];
// --- stdout
module "data.mjs" "data.mjs"
literal 0: "a", "b"
data 0 array: null, -2, "x"
data 1 object @0: 1, @0
data 2 array: @1, true, hole, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18

function 0 "" module strict source 0..107 {
block0:
  v0 = global.has "o"
  v1 = data @2 !4
  branch v0, block2, block1 !2
block1:
  throw.error not_defined "o" !2
block2:
  global.store strict "o" v1 !2
  v2 = undefined !2
  return v2 !2
}
