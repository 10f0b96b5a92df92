#pragma once

#include <bit>
#include <cstdint>

// binary16, which C++ has no portable type for.
namespace perry::runtime {

// To nearest, ties to even, without a step by float.
constexpr uint16_t float16_from_double(double number) {
  constexpr uint64_t kSign = uint64_t{1} << 63;
  constexpr uint64_t kOverflow = std::bit_cast<uint64_t>(65520.0);
  constexpr uint64_t kSmallestNormal = std::bit_cast<uint64_t>(0x1p-14);
  constexpr int kDropped = 52 - 10;
  const auto bits = std::bit_cast<uint64_t>(number);
  const auto sign = static_cast<uint16_t>((bits & kSign) >> 48);
  uint64_t magnitude = bits & ~kSign;
  if (number != number) return 0x7e00;
  if (magnitude >= kOverflow) return sign | 0x7c00;
  if (magnitude < kSmallestNormal) {
    // The last place of 2^28 is 2^-24, that of subnormal halves.
    const double rounded = std::bit_cast<double>(magnitude) + 0x1p28;
    return sign | static_cast<uint16_t>(std::bit_cast<uint64_t>(rounded));
  }
  magnitude += (uint64_t{1} << (kDropped - 1)) - 1 + (magnitude >> kDropped & 1);
  return sign | static_cast<uint16_t>((magnitude >> kDropped) - (uint64_t{1023 - 15} << 10));
}

constexpr double float16_to_double(uint16_t half) {
  const uint64_t sign = uint64_t{half & 0x8000u} << 48;
  const uint64_t exponent = half >> 10 & 31u;
  const uint64_t fraction = half & 0x3ffu;
  if (exponent == 31) {
    if (fraction != 0) return std::bit_cast<double>(uint64_t{0x7ff8} << 48);
    return std::bit_cast<double>(sign | uint64_t{0x7ff0} << 48);
  }
  if (exponent == 0) {
    const double magnitude = static_cast<double>(fraction) * 0x1p-24;
    return std::bit_cast<double>(sign | std::bit_cast<uint64_t>(magnitude));
  }
  return std::bit_cast<double>(sign | (exponent + 1023 - 15) << 52 | fraction << 42);
}

}  // namespace perry::runtime
