function f(p) {
  let changes = 0;
  const fixed = p;
  changes++;
  const g = () => g(changes, fixed, p);
  return early();
  function early() { return fixed; }
}
// --- stdout
module "captures.mjs" "captures.mjs"
text callee !85 "g"
text callee !116 "early"

function 0 "" module strict source 0..164 {
block0:
  v0 = function @1 !9
  v1 = undefined
  return v1
}

function 1 "f" strict length 1 parameters 1 source 0..163 {
block0:
  v0 = undefined
  v1 = box.new v0
  v2: Boxed = parameter 0 !11
  v3 = function @2 v1 !136
  v4 = const.double 0 !22
  v5 = box v4 !22
  v6 = box.new v5 !22
  box.store v1, v2 !43
  v7 = box.load v6 !56
  v8 = to_numeric v7 !56
  v9 = unary ++ v8 !56
  box.store v6, v9 !56
  v10 = function @3 v6, v1, v2 !79
  v11 = undefined !116
  v12 = call v3, v11 !116
  return v12 !109
}

function 2 "early" strict source 127..161 captures box "fixed" {
block0:
  v0: Cell = capture 0 !153
  v1 = box.load v0 !153
  return v1 !146
}

function 3 "g" strict arrow source 79..105 captures box "changes", box "fixed", value "p" {
block0:
  v0 = callee !85
  v1 = undefined !85
  v2: Cell = capture 0 !87
  v3 = box.load v2 !87
  v4: Cell = capture 1 !96
  v5 = box.load v4 !96
  v6: Boxed = capture 2 !103
  v7 = call v0, v1, v3, v5, v6 !85
  return v7 !85
}
