#include "runtime/gc/out_of_memory.h"

#include <cstdio>
#include <cstdlib>

namespace perry::runtime {

void fatal_out_of_memory(const char* what, size_t wanted_bytes, size_t used_bytes,
                         size_t limit_bytes) {
  // No memory is allocated here: there is none.
  constexpr size_t kMiB = size_t{1} << 20;
  std::fprintf(stderr, "fatal: out of memory: %s needs %zu bytes; the heap uses %zu MiB", what,
               wanted_bytes, used_bytes / kMiB);
  if (limit_bytes != 0) std::fprintf(stderr, " of %zu MiB", limit_bytes / kMiB);
  std::fputc('\n', stderr);
  std::abort();
}

}  // namespace perry::runtime
