#include "runtime/exec/entry.h"

// Calls that may throw, for code without landing pads. A function's parameters and what it gives
// back are words to whoever calls it through registers, whatever they are in C++.
using namespace perry::runtime;  // NOLINT(google-build-using-namespace): entry points are global

namespace {

template <class... Words>
[[clang::no_sanitize("undefined")]] bool protect(void* function, void* result, Words... words) {
  auto* const word = static_cast<uint64_t*>(result);
  try {
    *word = reinterpret_cast<uint64_t (*)(Words...)>(function)(words...);
    return false;
  } catch (const JsException& thrown) {
    *word = thrown.value.bits();
    return true;
  }
}

}  // namespace

extern "C" {

bool perry_rt_protect0(void* function, void* result) { return protect(function, result); }
bool perry_rt_protect1(void* function, void* result, uint64_t a) {
  return protect(function, result, a);
}
bool perry_rt_protect2(void* function, void* result, uint64_t a, uint64_t b) {
  return protect(function, result, a, b);
}
bool perry_rt_protect3(void* function, void* result, uint64_t a, uint64_t b, uint64_t c) {
  return protect(function, result, a, b, c);
}
bool perry_rt_protect4(void* function, void* result, uint64_t a, uint64_t b, uint64_t c,
                       uint64_t d) {
  return protect(function, result, a, b, c, d);
}
bool perry_rt_protect5(void* function, void* result, uint64_t a, uint64_t b, uint64_t c, uint64_t d,
                       uint64_t e) {
  return protect(function, result, a, b, c, d, e);
}

}  // extern "C"
