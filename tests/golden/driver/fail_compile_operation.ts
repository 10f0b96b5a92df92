// --- args: compile a.ir -o a.o
// --- a.ir
module "m" "a.ts"
function 0 async {
block0:
  v0 = undefined
  suspend await v0, block1
block1(v1: Boxed) resume:
  return v1
}
// --- stderr
error[P5018]: there is no code for the operation `suspend`
