#pragma once

#include <cstdio>
#include <cstdlib>

// PERRY_ASSERT(condition) is checked where PERRY_ASSERTIONS is 1, and not evaluated elsewhere.
namespace perry::runtime {

[[noreturn]] inline void assertion_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: assertion failed: %s\n", file, line, condition);
  std::abort();
}

}  // namespace perry::runtime

#if PERRY_ASSERTIONS
#define PERRY_ASSERT(condition) \
  ((condition) ? void(0) : ::perry::runtime::assertion_failed(#condition, __FILE__, __LINE__))
#else
#define PERRY_ASSERT(condition) ((void)sizeof(condition))
#endif
