// --- args: /dev/null
// --- stderr
error[P9004]: `/dev/null` is a device, socket or pipe, not a regular file
