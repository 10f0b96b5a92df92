#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Scanning source text sixteen bytes at a time, and classes of single bytes for the rest.
namespace perry::frontend {

enum ByteClass : uint8_t {
  kIdStartByte = 1 << 0,   // A-Z a-z $ _
  kIdPartByte = 1 << 1,    // those and 0-9
  kDigitByte = 1 << 2,     // 0-9
  kHexByte = 1 << 3,       // 0-9 A-F a-f
  kTriviaByte = 1 << 4,    // white space and line terminators, and `/`, which may begin a comment
  kMoreNameByte = 1 << 5,  // `\` and bytes of non-ASCII characters: a name may go on with them
  kSingleByte = 1 << 6,    // a punctuator that no longer one begins with
};

namespace detail {

consteval std::array<uint8_t, 256> make_byte_classes() {
  std::array<uint8_t, 256> classes = {};
  for (int c = 0; c < 128; c++) {
    const int folded = c | 0x20;
    const bool is_letter = folded >= 'a' && folded <= 'z';
    const bool is_digit = c >= '0' && c <= '9';
    if (is_letter || c == '$' || c == '_') classes[c] |= kIdStartByte | kIdPartByte;
    if (is_digit) classes[c] |= kIdPartByte | kDigitByte | kHexByte;
    if (is_letter && folded <= 'f') classes[c] |= kHexByte;
  }
  for (uint8_t c : {' ', '\t', '\n', '\v', '\f', '\r', '/'}) classes[c] |= kTriviaByte;
  for (uint8_t c : {'{', '}', '(', ')', '[', ']', ';', ',', ':', '~', '@', '>'})
    classes[c] |= kSingleByte;
  classes['\\'] |= kMoreNameByte;
  for (int c = 128; c < 256; c++) classes[c] |= kMoreNameByte;
  return classes;
}

}  // namespace detail

inline constexpr std::array<uint8_t, 256> kByteClass = detail::make_byte_classes();

inline bool has_class(uint8_t byte, int classes) { return (kByteClass[byte] & classes) != 0; }

// U+2028 or U+2029, the line terminators of three bytes.
inline bool is_line_separator(const uint8_t* p, const uint8_t* end) {
  return end - p >= 3 && p[0] == 0xE2 && p[1] == 0x80 && (p[2] & 0xFE) == 0xA8;
}

// The value of a byte of kHexByte.
constexpr uint32_t hex_value(uint8_t byte) {
  return byte <= '9' ? byte - '0' : (byte | 0x20) - 'a' + 10;
}

// A block of text; comparisons of blocks give 0xFF in each byte for which they hold.
using Block = uint8_t __attribute__((vector_size(16)));
inline constexpr size_t kBlockSize = sizeof(Block);

inline Block load_block(const uint8_t* p) {
  Block block;
  std::memcpy(&block, p, sizeof block);
  return block;
}

// The highest bit of each byte.
inline uint32_t block_mask(Block block) {
#if defined(__SSE2__)
  return static_cast<uint32_t>(_mm_movemask_epi8(std::bit_cast<__m128i>(block)));
#else
  uint32_t mask = 0;
  for (size_t i = 0; i < kBlockSize; i++) mask |= static_cast<uint32_t>(block[i] >> 7) << i;
  return mask;
#endif
}

inline Block equal_bytes(Block block, uint8_t byte) { return std::bit_cast<Block>(block == byte); }

inline uint32_t identifier_part_mask(Block block) {
  const Block letters = std::bit_cast<Block>(((block | 0x20) - 'a') < 26);
  const Block digits = std::bit_cast<Block>((block - '0') < 10);
  return block_mask(letters | digits | equal_bytes(block, '_') | equal_bytes(block, '$'));
}

// The first of `Stops` or byte of a non-ASCII character, else `end`.
template <uint8_t... Stops>
const uint8_t* find_stop(const uint8_t* p, const uint8_t* end) {
  while (static_cast<size_t>(end - p) >= kBlockSize) {
    const Block block = load_block(p);
    const uint32_t mask = block_mask((block | ... | equal_bytes(block, Stops)));
    if (mask != 0) return p + std::countr_zero(mask);
    p += kBlockSize;
  }
  while (p != end && *p < 0x80 && ((*p != Stops) && ...)) p++;
  return p;
}

}  // namespace perry::frontend
