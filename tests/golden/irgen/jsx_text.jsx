a = <p>a &amp; b &#32;
  &lt;&nope;&gt;&#x41; </p>;
// --- stdout
module "jsx_text.jsx" "jsx_text.jsx"
literal 0: "children"
binding 0 import "react/jsx-runtime" "jsx" const

function 0 "" module strict source 0..52 {
block0:
  v0 = global.has "a"
  v1 = module.load @0 !4
  v2 = undefined !4
  v3 = const.string "p" !4
  v4 = const.string "a & b   <&nope;>A " !7
  v5 = object @0 v4 !7
  v6 = call v1, v2, v3, v5 !4
  branch v0, block2, block1 !2
block1:
  throw.error not_defined "a" !2
block2:
  global.store strict "a" v6 !2
  v7 = undefined !2
  return v7 !2
}
