// --- args: compile a.ir -o a.o
// --- a.ir
module "m" "a.ts"
function 0 {
block0:
  v0 = undefined
  return v1
}
// --- stderr
error[P5014]: `a.ir` holds no valid IR: 5:10: the value is defined nowhere
