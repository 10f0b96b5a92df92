#include "runtime/numeric/arithmetic.h"

#include <bit>
#include <cmath>
#include <limits>

namespace perry::runtime {

int32_t to_int32_slow(double number) {
  const auto bits = std::bit_cast<uint64_t>(number);
  // The number is mantissa * 2^shift; from 2^32 on the low 32 bits are zero, as they are to be for
  // infinities and NaN, whose exponent is larger than any other.
  const int shift = static_cast<int>(bits >> 52 & 0x7ff) - 1075;
  const uint64_t mantissa = (bits & ((uint64_t{1} << 52) - 1)) | uint64_t{1} << 52;
  uint32_t low = 0;
  if (shift >= 0 && shift < 32) low = static_cast<uint32_t>(mantissa << shift);
  if (shift < 0 && shift > -64) low = static_cast<uint32_t>(mantissa >> -shift);
  return static_cast<int32_t>((bits >> 63) != 0 ? 0 - low : low);
}

double number_remainder(double dividend, double divisor) {
  // Of integers it is the processor's; fmod takes many times as long.
  if (std::fabs(dividend) < 9e15 && std::fabs(divisor) < 9e15) {
    const auto a = static_cast<int64_t>(dividend);
    const auto b = static_cast<int64_t>(divisor);
    if (static_cast<double>(a) == dividend && static_cast<double>(b) == divisor && b != 0) {
      // The result has the sign of the dividend, also where it is zero.
      return std::copysign(static_cast<double>(a % b), dividend);
    }
  }
  return std::fmod(dividend, divisor);
}

double number_power(double base, double exponent) {
  // Where C says 1, ECMAScript says NaN.
  const bool is_indefinite = exponent != exponent || (std::fabs(base) == 1 && std::isinf(exponent));
  return is_indefinite ? std::numeric_limits<double>::quiet_NaN() : std::pow(base, exponent);
}

}  // namespace perry::runtime
