// --- args: /proc/self/mem
// --- stderr
error[P9002]: cannot read `/proc/self/mem`: Input/output error
