#pragma once

#include <cstddef>

namespace perry::runtime {

// Says what was wanted and how big the heap is, and ends the program with SIGABRT, as other
// JavaScript hosts do.
[[noreturn]] void fatal_out_of_memory(const char* what, size_t wanted_bytes, size_t used_bytes,
                                      size_t limit_bytes);

}  // namespace perry::runtime
