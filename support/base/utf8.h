#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace perry::support {

// One step through bytes that may or may not be UTF-8.
struct Utf8Step {
  // U+FFFD when malformed.
  uint32_t code_point = 0;
  // At least one.
  uint32_t size = 1;
  bool is_malformed = false;

  uint32_t utf16_units() const { return code_point > 0xFFFF ? 2 : 1; }
};

// Decodes at `offset`, which must lie inside. A malformed sequence is as long as its longest valid
// beginning, the way browsers and Node replace it.
Utf8Step decode_utf8(std::string_view text, size_t offset);

void append_utf8(std::string& out, uint32_t code_point);

}  // namespace perry::support
