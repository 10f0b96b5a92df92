#include "support/base/hash256.h"

#include <algorithm>

namespace perry::support {

namespace {

constexpr char kDigits[] = "0123456789abcdef";

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

}  // namespace

std::string Hash256::to_hex() const { return short_hex(2 * bytes.size()); }

std::string Hash256::short_hex(size_t digits) const {
  digits = std::min(digits, 2 * bytes.size());
  std::string out(digits, '0');
  for (size_t i = 0; i < digits; i++)
    out[i] = kDigits[i % 2 == 0 ? bytes[i / 2] >> 4 : bytes[i / 2] & 15];
  return out;
}

std::optional<Hash256> Hash256::from_hex(std::string_view hex) {
  Hash256 hash;
  if (hex.size() != 2 * hash.bytes.size()) return std::nullopt;
  for (size_t i = 0; i < hash.bytes.size(); i++) {
    const int high = digit_value(hex[2 * i]);
    const int low = digit_value(hex[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    hash.bytes[i] = static_cast<uint8_t>(high * 16 + low);
  }
  return hash;
}

}  // namespace perry::support
