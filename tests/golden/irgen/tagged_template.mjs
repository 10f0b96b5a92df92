a.b`x${c}\unicode y`;
`${a}b${"c"}`;
// --- stdout
module "tagged_template.mjs" "tagged_template.mjs"
template 0: "x" raw "x", none raw "\\unicode y"
text callee !3 "a.b"

function 0 "" module strict source 0..37 {
block0:
  v0 = global.load "a"
  v1 = get "b" v0 !2
  v2 = template_object @0
  v3 = global.load "c" !7
  v4 = call v1, v0, v2, v3 !3
  v5 = global.load "a" !25
  v6 = to_string v5 !22
  v7 = const.string "b" !22
  v8 = const.string "c" !22
  v9 = concat_strings v6, v7, v8 !22
  v10 = undefined !22
  return v10 !22
}
