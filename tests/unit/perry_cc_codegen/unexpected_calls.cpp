#include <cstdio>
#include <cstdlib>

// Every function of the runtime, for the tests to override those that they expect.

namespace {

[[noreturn]] void unexpected(const char* name) {
  std::fprintf(stderr, "unexpected call of perry_rt_%s\n", name);
  std::abort();
}

}  // namespace

extern "C" {
// NOLINTNEXTLINE(bugprone-macro-parentheses): names of functions
#define CALL(name, result, parameters, attributes) \
  [[gnu::weak]] void perry_rt_##name();            \
  void perry_rt_##name() { unexpected(#name); }
#include "runtime/abi/calls.def"
}
