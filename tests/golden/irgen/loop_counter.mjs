let sum = 0;
for (let i = 0; i < 10; i++) sum += i;
// --- stdout
module "loop_counter.mjs" "loop_counter.mjs"

function 0 "" module strict source 0..52 {
block0:
  v0 = const.double 0 !4
  v1 = box v0 !4
  v2 = const.double 0 !22
  v3 = box v2 !22
  jump block1(v1, v3) !22
block1(v4: Boxed, v5: Boxed):
  v6 = const.double 10 !29
  v7 = box v6 !29
  v8 = compare < v5, v7 !31
  branch v8, block2, block4 !29
block2:
  v9 = binary + v4, v5 !42
  jump block3 !46
block3:
  v10 = to_numeric v5 !37
  v11 = unary ++ v10 !37
  jump block1(v9, v11) !37
block4:
  v12 = undefined !37
  return v12 !37
}
