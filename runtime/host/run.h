#pragma once

#include "runtime/abi/layout.h"

namespace perry::runtime {

// Runs the program from start to end; the exit code of the process.
int run_program(const abi::Program* program, int argc, char** argv);

}  // namespace perry::runtime
