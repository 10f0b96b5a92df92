#pragma once

#include "runtime/object/object.h"

namespace perry::runtime {

// The part of Node's `process` that programs without node: modules use.
Value new_process(Isolate& isolate, int argc, const char* const* argv);
// What process.exitCode says.
int exit_code(Isolate& isolate);

}  // namespace perry::runtime
