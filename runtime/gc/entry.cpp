#include "runtime/gc/entry.h"

#include "runtime/gc/isolate.h"

using perry::runtime::Cell;
using perry::runtime::Isolate;

extern "C" {

Cell* perry_rt_allocate(uint64_t header) { return Isolate::current().heap().allocate_slow(header); }

Cell* perry_rt_allocate_large(uint64_t header, uint64_t bytes) {
  return Isolate::current().heap().allocate_large(header, bytes);
}

void perry_rt_write_barrier(Cell* holder, const void* slot) {
  Isolate::current().heap().write_barrier(holder, slot);
}

}  // extern "C"
