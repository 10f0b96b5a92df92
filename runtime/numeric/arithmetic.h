#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

// The arithmetic of numbers where C++ differs from ECMAScript.
namespace perry::runtime {

// ToInt32 when the number is no int32 already.
int32_t to_int32_slow(double number);

inline int32_t to_int32(double number) {
  // Within int64 the low 32 bits of the truncation are the answer; NaN and the rest convert to the
  // one value that the comparison excludes.
  if (std::fabs(number) < 9.2e18) [[likely]] {
    return static_cast<int32_t>(static_cast<int64_t>(number));
  }
  return to_int32_slow(number);
}
inline uint32_t to_uint32(double number) { return static_cast<uint32_t>(to_int32(number)); }

// ToIntegerOrInfinity: NaN becomes 0, -0 becomes 0.
inline double to_integer_or_infinity(double number) {
  return number != number ? 0.0 : std::trunc(number) + 0.0;
}

// Number::remainder and Number::exponentiate.
double number_remainder(double dividend, double divisor);
double number_power(double base, double exponent);

// SameValue and SameValueZero on numbers.
inline bool same_value(double a, double b) {
  return (a != a && b != b) || std::bit_cast<uint64_t>(a) == std::bit_cast<uint64_t>(b);
}
inline bool same_value_zero(double a, double b) { return a == b || (a != a && b != b); }

}  // namespace perry::runtime
