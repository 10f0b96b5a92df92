#pragma once

#include "perry-cc/command_line/options.h"

namespace perry::cc {

// Compiles the file that the command line names; the exit code.
int run_file(const Options& options);

}  // namespace perry::cc
