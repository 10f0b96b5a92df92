#include "frontend/dump/bigint_text.h"

#include <cstdint>
#include <vector>

namespace perry::frontend {

namespace {

constexpr uint32_t kLimb = 1'000'000'000;

uint32_t radix_of(std::string_view digits) {
  if (digits.size() < 2 || digits[0] != '0') return 10;
  switch (digits[1] | 0x20) {
    case 'x':
      return 16;
    case 'o':
      return 8;
    case 'b':
      return 2;
    default:
      return 10;
  }
}

uint32_t digit_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<uint32_t>(c - '0');
  return static_cast<uint32_t>((c | 0x20) - 'a' + 10);
}

}  // namespace

std::string bigint_decimal_text(std::string_view digits) {
  const uint32_t radix = radix_of(digits);
  if (radix == 10) return std::string(digits);

  // Schoolbook conversion to base 10^9: quadratic, which is nothing for the literals people write.
  std::vector<uint32_t> limbs{0};
  for (const char c : digits.substr(2)) {
    uint64_t carry = digit_value(c);
    for (uint32_t& limb : limbs) {
      carry += static_cast<uint64_t>(limb) * radix;
      limb = static_cast<uint32_t>(carry % kLimb);
      carry /= kLimb;
    }
    if (carry != 0) limbs.push_back(static_cast<uint32_t>(carry));
  }

  std::string result = std::to_string(limbs.back());
  for (size_t i = limbs.size() - 1; i-- > 0;) {
    const std::string part = std::to_string(limbs[i]);
    result.append(9 - part.size(), '0').append(part);
  }
  return result;
}

}  // namespace perry::frontend
