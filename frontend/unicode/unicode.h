#pragma once

#include <cstdint>
#include <string>

// Code points as the ECMAScript grammar classifies them, and the encodings source text comes in.
// The tables are those of Unicode 17 (tools/gen_unicode.py).
namespace perry::frontend {

inline constexpr uint32_t max_code_point = 0x10FFFF;
inline constexpr uint32_t replacement_character = 0xFFFD;

namespace detail {

bool is_id_start_non_ascii(uint32_t code_point);
bool is_id_continue_non_ascii(uint32_t code_point);
bool is_space_separator_non_ascii(uint32_t code_point);

constexpr bool is_ascii_letter(uint32_t code_point) { return (code_point | 0x20) - 'a' < 26; }

}  // namespace detail

// The Unicode property ID_Start: neither `$` nor `_` has it.
inline bool is_id_start(uint32_t code_point) {
  if (code_point < 0x80) return detail::is_ascii_letter(code_point);
  return detail::is_id_start_non_ascii(code_point);
}

// The Unicode property ID_Continue: `_` has it, and so do ZWNJ and ZWJ; `$` doesn't.
inline bool is_id_continue(uint32_t code_point) {
  if (code_point < 0x80) {
    return detail::is_ascii_letter(code_point) || code_point - '0' < 10 || code_point == '_';
  }
  return detail::is_id_continue_non_ascii(code_point);
}

// IdentifierStartChar.
inline bool is_identifier_start(uint32_t code_point) {
  return is_id_start(code_point) || code_point == '$' || code_point == '_';
}

// IdentifierPartChar.
inline bool is_identifier_part(uint32_t code_point) {
  return is_id_continue(code_point) || code_point == '$';
}

// General category Zs, and U+FEFF: WhiteSpace without tab, vertical tab and form feed.
inline bool is_space_separator(uint32_t code_point) {
  if (code_point < 0x80) return code_point == ' ';
  return detail::is_space_separator_non_ascii(code_point);
}

constexpr bool is_lead_surrogate(uint32_t unit) { return unit - 0xD800 < 0x400; }
constexpr bool is_trail_surrogate(uint32_t unit) { return unit - 0xDC00 < 0x400; }
constexpr bool is_surrogate(uint32_t unit) { return unit - 0xD800 < 0x800; }
constexpr uint32_t combine_surrogates(uint32_t lead, uint32_t trail) {
  return 0x10000 + ((lead - 0xD800) << 10) + (trail - 0xDC00);
}
constexpr uint32_t lead_surrogate_of(uint32_t code_point) { return 0xD7C0 + (code_point >> 10); }
constexpr uint32_t trail_surrogate_of(uint32_t code_point) { return 0xDC00 + (code_point & 0x3FF); }

struct DecodedCodePoint {
  uint32_t code_point;  // replacement_character unless valid
  uint32_t length;      // bytes; never past `end`, and zero only at `end`
  bool valid;
};

namespace detail {

DecodedCodePoint decode_utf8_non_ascii(const uint8_t* p, const uint8_t* end);

}  // namespace detail

// Decodes one code point strictly: overlong forms, surrogates and anything above U+10FFFF are
// invalid. The length of an invalid sequence is that of its longest well-formed beginning (at least
// 1), so that replacing each one by U+FFFD does what a WHATWG decoder does. At `end` the result is
// invalid and has length 0.
inline DecodedCodePoint decode_utf8(const uint8_t* p, const uint8_t* end) {
  if (p != end && *p < 0x80) return {*p, 1, true};
  return detail::decode_utf8_non_ascii(p, end);
}

// Appends generalised UTF-8, in which a lone surrogate is encodable. A trail surrogate after an
// encoded lead surrogate merges with it, so that equal strings have equal bytes (WTF-8).
void append_wtf8(std::string& out, uint32_t code_point);

}  // namespace perry::frontend
