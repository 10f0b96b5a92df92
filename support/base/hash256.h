#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace perry::support {

// A SHA-256 digest as a value: the name of some content.
struct Hash256 {
  std::array<uint8_t, 32> bytes{};

  // 64 lower-case hexadecimal digits.
  std::string to_hex() const;
  // The first `digits` of them.
  std::string short_hex(size_t digits) const;
  // Accepts exactly what `to_hex` writes.
  static std::optional<Hash256> from_hex(std::string_view hex);

  friend bool operator==(const Hash256&, const Hash256&) = default;
  friend auto operator<=>(const Hash256&, const Hash256&) = default;
};

}  // namespace perry::support

template <>
struct std::hash<perry::support::Hash256> {
  size_t operator()(const perry::support::Hash256& hash) const noexcept {
    // Every part of a digest is as good as any other.
    size_t value;
    std::memcpy(&value, hash.bytes.data(), sizeof value);
    return value;
  }
};
