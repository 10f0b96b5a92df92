#pragma once

#include <string>

#include "runtime/gc/isolate.h"
#include "runtime/gc/kind.h"
#include "runtime/string/string.h"

namespace perry::runtime::test {

inline constexpr KindTable kStringKinds = basic_kinds();

inline HeapOptions string_heap(uint32_t stress_period = 0) {
  HeapOptions options;
  options.kinds = &kStringKinds;
  options.reserve_bytes = size_t{4} << 30;
  options.stress_period = stress_period;
  options.verify = true;
  return options;
}

inline String* make(Isolate& isolate, std::u16string_view text) {
  return new_string(isolate, text.data(), text.size());
}

inline std::u16string text_of(Isolate& isolate, String* string) {
  const StringView view = string->flatten(isolate);
  std::u16string text;
  for (size_t i = 0; i < view.length(); ++i) text += view[i];
  return text;
}

}  // namespace perry::runtime::test
