import fs = require("fs");
import unused = require("unused");
namespace N { export const x = fs; }
import y = N.x;
export = y;
// --- stdout
module "import_equals.cts" "import_equals.cts"
literal 0
binding 0 local "N"

function 0 "" commonjs length 5 parameters 5 source 0..127 {
block0:
  v0 = this
  v1 = undefined
  module.store @0 v1
  v2: Boxed = parameter 0
  v3: Boxed = parameter 1
  v4: Boxed = parameter 2
  v5: Boxed = parameter 3
  v6: Boxed = parameter 4
  v7 = undefined
  v8 = const.string "fs"
  v9 = call v3, v7, v8
  v10 = module.load @0 !72
  v11 = is.nullish v10 !72
  branch v11, block1, block2(v10) !72
block1:
  v12 = object @0 !72
  jump block2(v12) !72
block2(v13: Boxed):
  module.store @0 v13 !72
  v14 = module.load @0 !89
  set sloppy "x" v14, v9 !89
  v15 = module.load @0 !110
  v16 = get "x" v15 !112
  set sloppy "exports" v4, v16 !115
  v17 = undefined !115
  return v17 !115
}
