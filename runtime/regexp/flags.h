#pragma once

#include <cstdint>

namespace perry::runtime::regexp {

// In the order in which `flags` gives them.
enum Flag : uint32_t {
  kHasIndices = 1 << 0,
  kGlobal = 1 << 1,
  kIgnoreCase = 1 << 2,
  kMultiline = 1 << 3,
  kDotAll = 1 << 4,
  kUnicode = 1 << 5,
  kUnicodeSets = 1 << 6,
  kSticky = 1 << 7,
};
inline constexpr char kFlagLetters[] = "dgimsuvy";
inline constexpr uint32_t kInvalidFlags = 0xffff'ffff;

// The flags that a text of letters stands for, or kInvalidFlags.
template <typename Text>
constexpr uint32_t parse_flags(const Text& text, size_t length) {
  uint32_t flags = 0;
  for (size_t i = 0; i < length; ++i) {
    uint32_t bit = 0;
    for (uint32_t k = 0; kFlagLetters[k] != 0; ++k) {
      if (text[i] == static_cast<char16_t>(kFlagLetters[k])) bit = 1u << k;
    }
    if (bit == 0 || (flags & bit) != 0) return kInvalidFlags;
    flags |= bit;
  }
  return (flags & kUnicode) != 0 && (flags & kUnicodeSets) != 0 ? kInvalidFlags : flags;
}

}  // namespace perry::runtime::regexp
