#pragma once

#include "runtime/abi/layout.h"
#include "runtime/gc/heap.h"

namespace perry::runtime {

// What the environment says of the heap: GC stress and the like, for tests.
HeapOptions heap_options();

// Runs the program from start to end; the exit code of the process.
int run_program(const abi::Program* program, int argc, char** argv);

}  // namespace perry::runtime
