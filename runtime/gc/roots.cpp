#include "runtime/gc/roots.h"

#include <algorithm>

namespace perry::runtime {

void Roots::add_values(const Value* begin, size_t count) { values_.push_back({begin, count}); }

void Roots::add_words(const void* begin, size_t bytes) {
  // Only whole aligned words can hold a pointer.
  const auto address = reinterpret_cast<uintptr_t>(begin);
  const uintptr_t first = (address + 7) & ~uintptr_t{7};
  const uintptr_t last = (address + bytes) & ~uintptr_t{7};
  if (first >= last) return;
  words_.push_back({begin, reinterpret_cast<const uint64_t*>(first), (last - first) / 8});
}

void Roots::add_tracer(void (*trace)(void* context, Tracer&), void* context) {
  callbacks_.push_back({trace, context});
}

void Roots::remove(const void* begin_or_context) {
  std::erase_if(values_, [=](const Values& v) { return v.begin == begin_or_context; });
  std::erase_if(words_, [=](const Words& w) { return w.key == begin_or_context; });
  std::erase_if(callbacks_, [=](const Callback& c) { return c.context == begin_or_context; });
}

}  // namespace perry::runtime
