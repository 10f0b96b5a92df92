// --- args: --dump=estree --output=no-such-folder/out.json fail_unwritable.ts
let x;
// --- stderr
error[P9007]: cannot write `no-such-folder/out.json`: no such file or directory
