#pragma once

#include "perry-cc/command_line/compile_options.h"

namespace perry::cc {

// `perry-cc compile`: one source file, or what a request names, to an object file. The exit code.
int run_compile(const CompileOptions& options);

}  // namespace perry::cc
