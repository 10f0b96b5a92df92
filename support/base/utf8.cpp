#include "support/base/utf8.h"

namespace perry::support {

namespace {

constexpr Utf8Step malformed(uint32_t size) { return {0xFFFD, size, true}; }

}  // namespace

Utf8Step decode_utf8(std::string_view text, size_t offset) {
  const auto byte = [text](size_t i) -> uint32_t {
    return i < text.size() ? static_cast<uint8_t>(text[i]) : 0;
  };
  const uint32_t lead = byte(offset);
  if (lead < 0x80) return {lead, 1, false};
  if (lead < 0xC2 || lead > 0xF4) return malformed(1);

  // The first continuation byte carries the limits that exclude overlong forms, surrogates and
  // values beyond U+10FFFF.
  const uint32_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  const uint32_t lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const uint32_t highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  const uint32_t second = byte(offset + 1);
  if (second < lowest || second > highest) return malformed(1);

  uint32_t code_point = ((lead & (0x7Fu >> length)) << 6) | (second & 0x3F);
  for (uint32_t i = 2; i < length; i++) {
    const uint32_t next = byte(offset + i);
    if ((next & 0xC0) != 0x80) return malformed(i);
    code_point = (code_point << 6) | (next & 0x3F);
  }
  return {code_point, length, false};
}

void append_utf8(std::string& out, uint32_t code_point) {
  const auto put = [&out](uint32_t byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

}  // namespace perry::support
