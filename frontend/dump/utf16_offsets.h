#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace perry::frontend {

// Byte offsets into a UTF-8 text as offsets in UTF-16 code units, which is how JavaScript tools
// count. One number for every 32 bytes is kept, and none for a text that is ASCII throughout.
class Utf16Offsets {
 public:
  explicit Utf16Offsets(std::string_view text);

  uint32_t operator()(uint32_t byte_offset) const {
    return blocks_.empty() ? byte_offset : count(byte_offset);
  }

 private:
  static constexpr uint32_t kBlockSize = 32;

  uint32_t count(uint32_t byte_offset) const;

  std::string_view text_;
  std::vector<uint32_t> blocks_;
};

}  // namespace perry::frontend
