#pragma once

#include "runtime/abi/layout.h"
#include "runtime/gc/heap.h"
#include "runtime/gc/isolate.h"
#include "runtime/host/entries.h"

namespace perry::runtime {

// What the environment says of the heap: GC stress and the like, for tests.
HeapOptions heap_options();

// Makes a fresh isolate ready for the modules of a program or library: built-in objects, the
// global names of the host, stack traces.
// `variables` as for Modules.
void start_isolate(Isolate& isolate, const abi::Program* program, const CommandLine& words,
                   char* variables = nullptr);

}  // namespace perry::runtime
