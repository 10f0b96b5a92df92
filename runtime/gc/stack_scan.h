#pragma once

#include <cstddef>
#include <cstdint>

namespace perry::runtime {

struct StackBounds {
  uint64_t base;  // the highest address
  size_t bytes;   // how far the stack may grow down from there
};
// Of the calling thread.
StackBounds stack_bounds();

// The calling thread's image of the thread-local variables of the program, or of the shared library
// that the runtime is part of; {nullptr, 0} without. Generated code keeps module variables there,
// so the isolate registers it as a root.
struct ThreadImage {
  const void* begin;
  size_t bytes;
};
ThreadImage thread_image();

// Calls `visit(context, word)` for every word of the calling thread's registers and of its stack up
// to `base`.
void scan_stack(uint64_t base, void (*visit)(void* context, uint64_t word), void* context);

}  // namespace perry::runtime
