#include <cmath>
#include <limits>

#include "runtime/numeric/elementary.h"
#include "runtime/numeric/elementary_bits.h"

// Exponential and hyperbolic functions. x is k * ln 2 + r with |r| <= ln 2 / 2, and a rational
// function gives exp(r).
namespace perry::runtime::elementary {

namespace {

#pragma STDC FP_CONTRACT OFF

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr uint32_t kHalfLn2 = 0x3fd6'2e42;
constexpr uint32_t kThreeHalvesLn2 = 0x3ff0'a2b2;
constexpr uint32_t kLogOfLargest = 0x4086'2e42;
// Beyond it, the hyperbolic functions are infinite.
constexpr double kHyperbolicOverflow = 710.4758600739439;

}  // namespace

double exp(double x) {
  const uint32_t magnitude = magnitude_word(x);
  const bool negative = is_negative(x);
  if (magnitude >= kLogOfLargest) {
    if (std::isnan(x)) return x;
    if (x > 7.09782712893383973096e+02) return kInfinity;
    if (x < -7.45133219101941108420e+02) return 0;
  }
  double high = 0;
  double low = 0;
  int32_t k = 0;
  if (magnitude > kHalfLn2) {
    if (magnitude < kThreeHalvesLn2) {
      if (x == 1) return 2.718281828459045235360;
      high = negative ? x + kLn2High : x - kLn2High;
      low = negative ? -kLn2Low : kLn2Low;
      k = negative ? -1 : 1;
    } else {
      k = static_cast<int32_t>(kInverseLn2 * x + (negative ? -0.5 : 0.5));
      high = x - k * kLn2High;
      low = k * kLn2Low;
    }
    x = high - low;
  } else if (magnitude < 0x3e30'0000) {
    return 1 + x;
  }
  const double t = x * x;
  const double c = x - t * horner(t, 1.66666666666666019037e-01, -2.77777777770155933842e-03,
                                  6.61375632143793436117e-05, -1.65339022054652515390e-06,
                                  4.13813679705723846039e-08);
  if (k == 0) return 1 - ((x * c) / (c - 2) - x);
  const double y = 1 - ((low - (x * c) / (2 - c)) - high);
  if (k == 1024) return y * 2 * 0x1p1023;
  return k >= -1021 ? y * power_of_two(k) : y * power_of_two(k + 1000) * 0x1p-1000;
}

double expm1(double x) {
  const uint32_t magnitude = magnitude_word(x);
  const bool negative = is_negative(x);
  if (magnitude >= 0x4043'687a) {  // 56 ln 2
    if (std::isnan(x)) return x;
    if (x > 7.09782712893383973096e+02) return kInfinity;
    if (negative) return -1;
  }
  double high = 0;
  double low = 0;
  double c = 0;
  int32_t k = 0;
  if (magnitude > kHalfLn2) {
    if (magnitude < kThreeHalvesLn2) {
      high = negative ? x + kLn2High : x - kLn2High;
      low = negative ? -kLn2Low : kLn2Low;
      k = negative ? -1 : 1;
    } else {
      k = static_cast<int32_t>(kInverseLn2 * x + (negative ? -0.5 : 0.5));
      high = x - k * kLn2High;
      low = k * kLn2Low;
    }
    x = high - low;
    c = (high - x) - low;
  } else if (magnitude < 0x3c90'0000) {
    return x;
  }
  const double half = 0.5 * x;
  const double half_square = x * half;
  const double r1 =
      horner(half_square, 1.0, -3.33333333333331316428e-02, 1.58730158725481460165e-03,
             -7.93650757867487942473e-05, 4.00821782732936239552e-06, -2.01099218183624371326e-07);
  const double t = 3 - r1 * half;
  double e = half_square * ((r1 - t) / (6 - x * t));
  if (k == 0) return x - (x * e - half_square);
  e = (x * (e - c) - c) - half_square;
  if (k == -1) return 0.5 * (x - e) - 0.5;
  if (k == 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  if (k <= -2 || k > 56) {
    const double y = 1 - (e - x);
    return (k == 1024 ? y * 2 * 0x1p1023 : y * power_of_two(k)) - 1;
  }
  const double inverse = power_of_two(-k);
  const double y = k < 20 ? (1 - inverse) - (e - x) : (x - (e + inverse)) + 1;
  return y * power_of_two(k);
}

double sinh(double x) {
  const double half = x < 0 ? -0.5 : 0.5;
  const double size = std::fabs(x);
  if (size < 22) {
    if (size < 0x1p-28) return x;
    const double t = expm1(size);
    return size < 1 ? half * (2 * t - t * t / (t + 1)) : half * (t + t / (t + 1));
  }
  if (size < 709.7822265625) return half * exp(size);
  if (size <= kHyperbolicOverflow) {
    const double w = exp(0.5 * size);
    return (half * w) * w;
  }
  return x * kInfinity;
}

double cosh(double x) {
  const double size = std::fabs(x);
  const uint32_t magnitude = magnitude_word(x);
  if (magnitude < kHalfLn2 + 1) {
    const double t = expm1(size);
    const double w = 1 + t;
    return magnitude < 0x3c80'0000 ? w : 1 + (t * t) / (w + w);
  }
  if (magnitude < 0x4036'0000) {
    const double t = exp(size);
    return 0.5 * t + 0.5 / t;
  }
  if (magnitude < kLogOfLargest) return 0.5 * exp(size);
  if (size <= kHyperbolicOverflow) {
    const double w = exp(0.5 * size);
    return (0.5 * w) * w;
  }
  return std::isnan(x) ? x : kInfinity;
}

double tanh(double x) {
  if (std::isnan(x)) return x;
  const double size = std::fabs(x);
  double z = 1;
  if (size < 22) {
    if (size < 0x1p-28) return x;
    if (size >= 1) {
      z = 1 - 2 / (expm1(2 * size) + 2);
    } else {
      const double t = expm1(-2 * size);
      z = -t / (t + 2);
    }
  }
  return is_negative(x) ? -z : z;
}

}  // namespace perry::runtime::elementary
