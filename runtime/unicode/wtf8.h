#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// Between UTF-8 and UTF-16. UTF-8 coming in may hold lone surrogates as three bytes each (WTF-8);
// everything else that is malformed becomes U+FFFD once per maximal subpart, as in the Encoding
// Standard.
namespace perry::runtime {

inline constexpr char32_t kReplacementCharacter = 0xfffd;

constexpr bool is_high_surrogate(char32_t unit) { return (unit & 0xffff'fc00) == 0xd800; }
constexpr bool is_low_surrogate(char32_t unit) { return (unit & 0xffff'fc00) == 0xdc00; }
constexpr char32_t code_point_of(char16_t high, char16_t low) {
  return 0x10000 + ((high - char32_t{0xd800}) << 10) + (low - char32_t{0xdc00});
}

struct DecodedCodePoint {
  char32_t code_point;
  uint32_t size;  // bytes taken, at least 1
};
// Decodes at the beginning of `bytes`, which isn't empty.
DecodedCodePoint decode_wtf8(std::string_view bytes);

struct Utf16Size {
  size_t units;
  char16_t all_bits;  // the units or-ed together: <= 0xff means Latin-1
};
Utf16Size measure_utf16(std::string_view utf8);
// `units` has room for what measure_utf16 said.
void convert_to_utf16(std::string_view utf8, char16_t* units);
void convert_to_latin1(std::string_view utf8, uint8_t* units);

// Length of the ASCII prefix.
size_t ascii_prefix(std::string_view bytes);

void append_code_point_utf8(std::string& out, char32_t code_point);
void append_latin1_as_utf8(std::string& out, const uint8_t* units, size_t count);
void append_utf16_as_utf8(std::string& out, const char16_t* units, size_t count,
                          bool keep_lone_surrogates);

}  // namespace perry::runtime
