#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "runtime/value/assert.h"

namespace perry::runtime {

// The code units of a flat string, in one of its two widths. It points into the string, whose cell
// a pointer on the stack keeps alive; outside the stack it is worth nothing.
class StringView {
 public:
  constexpr StringView() = default;
  constexpr StringView(const uint8_t* units, size_t length) : latin1_(units), length_(length) {}
  constexpr StringView(const char16_t* units, size_t length)
      : utf16_(units), length_(length), two_byte_(true) {}

  constexpr size_t length() const { return length_; }
  constexpr bool is_empty() const { return length_ == 0; }
  constexpr bool is_two_byte() const { return two_byte_; }
  constexpr std::span<const uint8_t> latin1() const {
    PERRY_ASSERT(!two_byte_);
    return {latin1_, length_};
  }
  constexpr std::span<const char16_t> utf16() const {
    PERRY_ASSERT(two_byte_);
    return {utf16_, length_};
  }

  constexpr char16_t operator[](size_t index) const {
    PERRY_ASSERT(index < length_);
    return two_byte_ ? utf16_[index] : latin1_[index];
  }
  constexpr StringView substring(size_t from, size_t to) const {
    PERRY_ASSERT(from <= to && to <= length_);
    return two_byte_ ? StringView(utf16_ + from, to - from) : StringView(latin1_ + from, to - from);
  }

  // Calls `visitor` with a span of uint8_t or char16_t: code for each width, from one text.
  template <typename Visitor>
  constexpr auto visit(Visitor&& visitor) const {
    return two_byte_ ? visitor(utf16()) : visitor(latin1());
  }

 private:
  union {
    const uint8_t* latin1_ = nullptr;
    const char16_t* utf16_;
  };
  size_t length_ = 0;
  bool two_byte_ = false;
};

}  // namespace perry::runtime
