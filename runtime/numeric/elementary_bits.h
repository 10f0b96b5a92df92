#pragma once

#include <bit>
#include <cstdint>

// The bits of doubles, and polynomials, for runtime/numeric/elementary_*.cpp.
//
// Thresholds are compared with the upper half of a double, as the algorithms were published: they
// decide which of two formulas computes a result, so they must not move by a bit.
namespace perry::runtime::elementary {

inline uint32_t high_word(double x) {
  return static_cast<uint32_t>(std::bit_cast<uint64_t>(x) >> 32);
}
inline uint32_t low_word(double x) { return static_cast<uint32_t>(std::bit_cast<uint64_t>(x)); }
// Without the sign.
inline uint32_t magnitude_word(double x) { return high_word(x) & 0x7fff'ffff; }
inline double with_high_word(double x, uint32_t high) {
  return std::bit_cast<double>(uint64_t{high} << 32 | low_word(x));
}
// The half of the digits that lets products of two such numbers be exact.
inline double without_low_word(double x) {
  return std::bit_cast<double>(std::bit_cast<uint64_t>(x) & 0xffff'ffff'0000'0000);
}
// 2 to the power of an exponent of normal numbers.
inline double power_of_two(int32_t exponent) {
  return std::bit_cast<double>(uint64_t(1023 + exponent) << 52);
}
inline bool is_negative(double x) { return high_word(x) >> 31 != 0; }

// c0 + x * (c1 + x * (c2 + ...))
template <typename... Rest>
double horner(double x, double first, Rest... rest) {
  if constexpr (sizeof...(rest) == 0) {
    return first;
  } else {
    return first + x * horner(x, rest...);
  }
}

inline constexpr double kLn2High = 6.93147180369123816490e-01;
inline constexpr double kLn2Low = 1.90821492927058770002e-10;
inline constexpr double kLn2 = 6.93147180559945286227e-01;
inline constexpr double kInverseLn2 = 1.44269504088896338700e+00;

}  // namespace perry::runtime::elementary
