#pragma once

#include <cstdint>

namespace perry::support {

// A half-open range of byte offsets in one source file.
struct Span {
  uint32_t start = 0;
  uint32_t end = 0;

  constexpr uint32_t size() const { return end - start; }
  constexpr bool contains(uint32_t offset) const { return offset >= start && offset < end; }
  friend constexpr bool operator==(Span, Span) = default;
};

}  // namespace perry::support
