import d, { n as m } from "x";
import * as ns from "y";
export { shared as one, shared as two };
var shared = d;
let local = m, seen = ns.q;
export default function () { return seen; }
// --- stdout
module "module_bindings.mjs" "module_bindings.mjs"
binding 0 export "one"
binding 1 local "seen" const maybe_uninitialized
binding 2 export "default" const is @2
binding 3 import "x" "default" maybe_uninitialized
binding 4 import "x" "n" maybe_uninitialized
binding 5 namespace "y"

function 0 "" module strict source 0..185 {
block0:
  v0 = module.load @3 !110
  v1 = check.initialized "d" v0 !110
  module.store @0 v1 !101
  v2 = module.load @4 !125
  v3 = check.initialized "m" v2 !125
  v4 = module.namespace @5 !135
  v5 = get "q" v4 !138
  module.store @1 v5 !128
  v6 = undefined !141
  return v6 !141
}

function 1 "" declare strict source 0..185 {
block0:
  v0 = undefined
  module.store @0 v0
  v1 = function @2 !141
  module.store @2 v1 !141
  v2 = undefined !141
  return v2 !141
}

function 2 "default" strict source 156..184 {
block0:
  v0 = module.load @1 !177
  v1 = check.initialized "seen" v0 !177
  return v1 !170
}
