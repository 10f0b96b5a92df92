#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

// The hash of the atom table. Names are short, so their first 16 bytes, padded with zeros, are two
// machine words that serve both as the hash's input and as the key that decides most comparisons:
// the lexer has them in a register before it knows where a name ends.
namespace perry::frontend {

struct TextPrefix {
  uint64_t low = 0;
  uint64_t high = 0;

  friend constexpr bool operator==(TextPrefix, TextPrefix) = default;
};

namespace detail {

static_assert(std::endian::native == std::endian::little);

constexpr uint64_t load_bytes(const char* p, size_t count) {
  if consteval {
    uint64_t result = 0;
    for (size_t i = 0; i < count; i++)
      result |= static_cast<uint64_t>(static_cast<uint8_t>(p[i])) << (8 * i);
    return result;
  }
  uint64_t result = 0;
  if (count == 8) {
    std::memcpy(&result, p, 8);
  } else if (count >= 4) {
    // Two loads that overlap; the bytes they share agree.
    uint32_t first, last;
    std::memcpy(&first, p, 4);
    std::memcpy(&last, p + count - 4, 4);
    result = first | static_cast<uint64_t>(last) << (8 * (count - 4));
  } else if (count != 0) {
    const auto byte = [p](size_t i) { return static_cast<uint64_t>(static_cast<uint8_t>(p[i])); };
    result = byte(0) | byte(count / 2) << (8 * (count / 2)) | byte(count - 1) << (8 * (count - 1));
  }
  return result;
}

// Every bit of the product of two words depends on low bits of both; folding its halves makes every
// bit depend on all of them.
constexpr uint64_t fold_product(uint64_t a, uint64_t b) {
  __extension__ using uint128 = unsigned __int128;
  const uint128 product = static_cast<uint128>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

inline constexpr uint64_t kHashLow = 0x9E3779B97F4A7C15;
inline constexpr uint64_t kHashHigh = 0xD1B54A32D192ED03;

}  // namespace detail

constexpr TextPrefix text_prefix(std::string_view text) {
  const char* p = text.data();
  const size_t size = text.size();
  if (size > 8) {
    const size_t rest = size < 16 ? size - 8 : 8;
    return {detail::load_bytes(p, 8), detail::load_bytes(p + 8, rest)};
  }
  return {detail::load_bytes(p, size), 0};
}

// The hash of a text of at most 16 bytes.
constexpr uint32_t hash_short(TextPrefix prefix) {
  const uint64_t h =
      detail::fold_product(prefix.low ^ detail::kHashLow, prefix.high ^ detail::kHashHigh);
  return static_cast<uint32_t>(h ^ (h >> 32));
}

// The hash of a longer one.
constexpr uint32_t hash_long(std::string_view text) {
  const char* p = text.data();
  uint64_t h = text.size() * detail::kHashLow;
  for (size_t at = 0; at < text.size();) {
    // The last block is full too: it reaches back.
    const size_t start = at + 16 <= text.size() ? at : text.size() - 16;
    h = detail::fold_product(detail::load_bytes(p + start, 8) ^ detail::kHashLow ^ h,
                             detail::load_bytes(p + start + 8, 8) ^ detail::kHashHigh);
    at += 16;
  }
  return static_cast<uint32_t>(h ^ (h >> 32));
}

constexpr uint32_t hash_text(std::string_view text) {
  return text.size() <= 16 ? hash_short(text_prefix(text)) : hash_long(text);
}

}  // namespace perry::frontend
