#include "frontend/unicode/unicode.h"

#include <array>
#include <span>

namespace perry::frontend {

namespace {

struct CodePointRange {
  uint32_t first;
  uint32_t last;
};

#include "frontend/unicode/id_tables.inc"

// For the few ranges that the two-stage tables leave out, a loop is all that is needed.
bool contains(std::span<const CodePointRange> ranges, uint32_t code_point) {
  for (const CodePointRange& range : ranges) {
    if (code_point <= range.last) return code_point >= range.first;
  }
  return false;
}

template <size_t Blocks, size_t Leaves>
bool contains(const uint8_t (&index)[Blocks], const uint64_t (&leaves)[Leaves][4],
              std::span<const CodePointRange> high_ranges, uint32_t code_point) {
  if (code_point >> 8 >= Blocks) return contains(high_ranges, code_point);
  const uint64_t* leaf = leaves[index[code_point >> 8]];
  return (leaf[(code_point & 0xFF) >> 6] >> (code_point & 63)) & 1;
}

constexpr bool is_continuation(uint8_t byte) { return (byte & 0xC0) == 0x80; }

}  // namespace

namespace detail {

bool is_id_start_non_ascii(uint32_t code_point) {
  return contains(id_start_index, id_start_leaves, id_start_high_ranges, code_point);
}

bool is_id_continue_non_ascii(uint32_t code_point) {
  return contains(id_continue_index, id_continue_leaves, id_continue_high_ranges, code_point);
}

bool is_space_separator_non_ascii(uint32_t code_point) {
  return code_point == 0xFEFF || contains(space_separator_ranges, code_point);
}

// What a lead byte admits as its second byte (Unicode, table 3-7); every further byte is 80..BF.
DecodedCodePoint decode_utf8_non_ascii(const uint8_t* p, const uint8_t* end) {
  if (p == end) return {replacement_character, 0, false};
  uint8_t lead = *p;
  uint32_t length = 2;
  uint32_t bits = lead & 0x1F;
  uint8_t low = 0x80;
  uint8_t high = 0xBF;
  if (lead < 0xC2 || lead > 0xF4) {
    return {replacement_character, 1, false};
  } else if (lead >= 0xF0) {
    length = 4;
    bits = lead & 0x07;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else if (lead >= 0xE0) {
    length = 3;
    bits = lead & 0x0F;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  }
  for (uint32_t i = 1; i < length; ++i) {
    if (p + i == end || p[i] < low || p[i] > high) return {replacement_character, i, false};
    bits = bits << 6 | (p[i] & 0x3F);
    low = 0x80;
    high = 0xBF;
  }
  return {bits, length, true};
}

}  // namespace detail

namespace {

// The lead surrogate that `text` ends in, or 0.
uint32_t trailing_lead_surrogate(const std::string& text) {
  size_t size = text.size();
  if (size < 3 || uint8_t(text[size - 3]) != 0xED) return 0;
  uint8_t second = uint8_t(text[size - 2]);
  if (second < 0xA0 || second > 0xAF || !is_continuation(uint8_t(text[size - 1]))) return 0;
  return 0xD000 | uint32_t(second & 0x3F) << 6 | (uint8_t(text[size - 1]) & 0x3F);
}

}  // namespace

void append_wtf8(std::string& out, uint32_t code_point) {
  if (is_trail_surrogate(code_point)) {
    if (uint32_t lead = trailing_lead_surrogate(out)) {
      out.resize(out.size() - 3);
      code_point = combine_surrogates(lead, code_point);
    }
  }
  auto continuation = [&](uint32_t shift) {
    out.push_back(char(0x80 | ((code_point >> shift) & 0x3F)));
  };
  if (code_point < 0x80) {
    out.push_back(char(code_point));
  } else if (code_point < 0x800) {
    out.push_back(char(0xC0 | code_point >> 6));
    continuation(0);
  } else if (code_point < 0x10000) {
    out.push_back(char(0xE0 | code_point >> 12));
    continuation(6);
    continuation(0);
  } else {
    out.push_back(char(0xF0 | code_point >> 18));
    continuation(12);
    continuation(6);
    continuation(0);
  }
}

}  // namespace perry::frontend
