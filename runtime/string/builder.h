#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/gc/isolate.h"
#include "runtime/string/string.h"

namespace perry::runtime {

// Puts a string together from many pieces, in native memory: only finish() may collect.
class StringBuilder {
 public:
  void append(char16_t unit);
  void append_code_point(char32_t code_point);
  void append(std::string_view latin1);
  void append(StringView text);
  void append(const String* string);

  size_t length() const { return two_byte_ ? utf16_.size() : latin1_.size(); }
  // Takes back all behind the first `length` units.
  void truncate(size_t length) { two_byte_ ? utf16_.resize(length) : latin1_.resize(length); }
  // Whether finish() would give null.
  bool is_too_long() const { return length() > abi::kLongestString; }

  // Null when it is too long; the builder is empty afterwards.
  String* finish(Isolate& isolate);

 private:
  void widen();

  std::string latin1_;
  std::u16string utf16_;
  bool two_byte_ = false;
};

}  // namespace perry::runtime
