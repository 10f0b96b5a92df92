#include "runtime/gc/isolate.h"

#include <algorithm>

#include "runtime/gc/shared_sites.h"
#include "runtime/gc/stack_scan.h"

namespace perry::runtime {

namespace {

// Below the limit that functions compare with, there is room for C++ code that doesn't.
constexpr size_t kStackReserve = size_t{256} << 10;
// A stack without a limit of its own gets one: recursion must end in a RangeError.
constexpr size_t kLongestStack = size_t{64} << 20;

uint64_t stack_limit() {
  const StackBounds bounds = stack_bounds();
  const size_t usable = std::min(bounds.bytes, kLongestStack);
  return bounds.base - usable + std::min(kStackReserve, usable / 4);
}

}  // namespace

Isolate::Isolate(const HeapOptions& options) : heap_(options) {
  PERRY_ASSERT(perry_rt_thread.isolate == nullptr);
  perry_rt_thread.isolate = this;
  perry_rt_thread.stack_limit = stack_limit();
  const ThreadImage image = thread_image();
  heap_.roots().add_words(image.begin, image.bytes);
}

Isolate::~Isolate() {
  heap_.run_all_finalizers();
  for (size_t i = kPartCount; i-- > 0;) parts_[i] = nullptr;
  drop_shared_sites();
  perry_rt_thread = {};
}

}  // namespace perry::runtime
