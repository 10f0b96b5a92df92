namespace A.B {
  export let x = 1;
  export function f() { return x; }
  const y = x;
  export namespace C { export const z = y; }
}
namespace A { export const w = B.f(); }
namespace Types { export interface I {} }
// --- stdout
module "namespaces.ts" "namespaces.ts"
literal 0
binding 0 local "A"
binding 1 local "B"
binding 2 local "C"
binding 3 local "f" const is @2
text callee !167 "B.f"

function 0 "" module strict source 0..216 {
block0:
  v0 = module.load @0 !10
  v1 = is.nullish v0 !10
  branch v1, block1, block2(v0) !10
block1:
  v2 = object @0 !10
  jump block2(v2) !10
block2(v3: Boxed):
  module.store @0 v3 !10
  v4 = undefined !10
  module.store @1 v4 !10
  v5 = module.load @0 !12
  v6 = get "B" v5 !12
  v7 = is.nullish v6 !12
  branch v7, block3, block4(v6) !12
block3:
  v8 = object @0 !12
  set strict "B" v5, v8 !12
  jump block4(v8) !12
block4(v9: Boxed):
  module.store @1 v9 !12
  v10 = undefined !12
  module.store @2 v10 !12
  v11 = function @2 !54
  module.store @3 v11 !54
  v12 = const.double 1 !29
  v13 = box v12 !29
  v14 = module.load @1 !29
  set strict "x" v14, v13 !29
  v15 = module.load @1 !45
  v16 = module.load @3 !45
  set strict "f" v15, v16 !45
  v17 = module.load @1 !84
  v18 = get "x" v17 !84
  v19 = module.load @1 !106
  v20 = get "C" v19 !106
  v21 = is.nullish v20 !106
  branch v21, block5, block6(v20) !106
block5:
  v22 = object @0 !106
  set strict "C" v19, v22 !106
  jump block6(v22) !106
block6(v23: Boxed):
  module.store @2 v23 !106
  v24 = module.load @2 !123
  set strict "z" v24, v18 !123
  v25 = module.load @0 !144
  v26 = is.nullish v25 !144
  branch v26, block7, block8(v25) !144
block7:
  v27 = object @0 !144
  jump block8(v27) !144
block8(v28: Boxed):
  module.store @0 v28 !144
  v29 = module.load @1 !165
  v30 = get "f" v29 !167
  v31 = call v30, v29 !167
  v32 = module.load @0 !161
  set strict "w" v32, v31 !161
  v33 = undefined !174
  return v33 !174
}

function 1 "" declare strict source 0..216 {
block0:
  v0 = undefined
  module.store @0 v0
  v1 = undefined
  return v1
}

function 2 "f" strict source 45..71 {
block0:
  v0 = module.load @1 !67
  v1 = get "x" v0 !67
  return v1 !60
}
