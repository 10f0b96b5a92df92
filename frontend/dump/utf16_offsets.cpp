#include "frontend/dump/utf16_offsets.h"

#include <algorithm>

namespace perry::frontend {

namespace {

// Units that begin at this byte: a character counts at its first byte.
constexpr uint32_t units_at(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if ((byte & 0xC0) == 0x80) return 0;
  return byte >= 0xF0 ? 2 : 1;
}

bool is_ascii(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return (c & 0x80) != 0; });
}

}  // namespace

Utf16Offsets::Utf16Offsets(std::string_view text) : text_(text) {
  if (is_ascii(text)) return;
  blocks_.reserve(text.size() / kBlockSize + 1);
  uint32_t units = 0;
  for (size_t i = 0; i < text.size(); i++) {
    if (i % kBlockSize == 0) blocks_.push_back(units);
    units += units_at(text[i]);
  }
  if (text.size() % kBlockSize == 0) blocks_.push_back(units);
}

uint32_t Utf16Offsets::count(uint32_t byte_offset) const {
  const uint32_t offset = std::min<uint32_t>(byte_offset, static_cast<uint32_t>(text_.size()));
  uint32_t units = blocks_[offset / kBlockSize];
  for (uint32_t i = offset / kBlockSize * kBlockSize; i < offset; i++) units += units_at(text_[i]);
  return units;
}

}  // namespace perry::frontend
