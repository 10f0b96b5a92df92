#pragma once

#include <cstdint>

#include "runtime/value/cell.h"

// What generated code calls of the heap; runtime/abi/calls.def lists it.
extern "C" {

// May collect. The cell's size is in the header word.
perry::runtime::Cell* perry_rt_allocate(uint64_t header);
perry::runtime::Cell* perry_rt_allocate_large(uint64_t header, uint64_t bytes);
// The slow path of the barrier: `holder` has kOld, and `slot` in it was written.
void perry_rt_write_barrier(perry::runtime::Cell* holder, const void* slot);

}  // extern "C"
