#include "runtime/builtins/math/exact_sum.h"

#include <bit>
#include <cmath>
#include <cstddef>
#include <limits>

namespace perry::runtime::builtins {

void ExactSum::add(double number) {
  const auto bits = std::bit_cast<uint64_t>(number);
  const auto exponent = static_cast<int>(bits >> 52 & 0x7ff);
  uint64_t mantissa = bits & 0xf'ffff'ffff'ffff;
  if (exponent != 0) mantissa |= uint64_t{1} << 52;
  const int shift = exponent == 0 ? 0 : exponent - 1;
  const auto wide = static_cast<unsigned __int128>(mantissa) << (shift % 32);
  const auto first = static_cast<size_t>(shift / 32);
  for (size_t i = 0; i < 3; ++i) {
    const auto digit = static_cast<int64_t>(static_cast<uint32_t>(wide >> (32 * i)));
    digits_[first + i] += (bits >> 63) != 0 ? -digit : digit;
  }
  if (++pending_ == 1u << 30) carry();
}

void ExactSum::carry() {
  for (size_t i = 0; i + 1 < digits_.size(); ++i) {
    const int64_t over = digits_[i] >> 32;
    digits_[i] -= over * (int64_t{1} << 32);
    digits_[i + 1] += over;
  }
  pending_ = 0;
}

double ExactSum::value() {
  carry();
  const bool negative = digits_.back() < 0;
  if (negative) {
    for (int64_t& digit : digits_) digit = -digit;
    carry();
  }
  auto top = static_cast<int>(digits_.size()) - 1;
  while (top >= 0 && digits_[static_cast<size_t>(top)] == 0) --top;
  if (top < 0) return 0;
  // The highest 64 bits, and whether anything is below: rounding to 53 needs no more.
  const auto digit = [&](int i) {
    return i < 0 ? uint64_t{0} : static_cast<uint64_t>(digits_[static_cast<size_t>(i)]);
  };
  const int width = static_cast<int>(std::bit_width(digit(top)));
  uint64_t high = digit(top) << (64 - width);
  if (width < 64) high |= digit(top - 1) << 32 >> width;
  if (width < 32) high |= digit(top - 2) >> width;
  // Exponent of the lowest bit of `high`, from 2^-1074 on.
  const int low = top * 32 + width - 64;
  bool sticky = false;
  if (low > 0) {
    for (int i = 0; i * 32 < low && !sticky; ++i) {
      const int bits_below = low - i * 32;
      const uint64_t mask = bits_below >= 32 ? 0xffff'ffff : (uint64_t{1} << bits_below) - 1;
      sticky = (digit(i) & mask) != 0;
    }
  }
  // Odd rounding to 64 bits, then one rounding to nearest; subnormal sums are exact.
  double result = 0;
  if (low <= -12) {
    result = std::ldexp(static_cast<double>(high >> -low), -1074);
  } else {
    if (sticky) high |= 1;
    result = static_cast<double>(high);
    const int exponent = low - 1074;
    if (exponent + 64 > 1024 + 1) {
      result = std::numeric_limits<double>::infinity();
    } else {
      result = std::ldexp(result, exponent);
    }
  }
  return negative ? -result : result;
}

}  // namespace perry::runtime::builtins
