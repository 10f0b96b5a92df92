#pragma once

#include "generator/cli/command_line.h"
#include "generator/project/options.h"

namespace perry::generator {

// Does what the command line says; the exit code, which is the program's own after `run`.
int run(const Options& options);

}  // namespace perry::generator
