#include <cmath>
#include <limits>

#include "runtime/numeric/elementary.h"
#include "runtime/numeric/elementary_bits.h"

// Logarithms, the inverse hyperbolic functions, the cube root. x is 2^k * (1 + f) with 1 + f
// between the root of 1/2 and that of 2; with s = f / (2 + f), log(1 + f) is a polynomial in s * s.
namespace perry::runtime::elementary {

namespace {

#pragma STDC FP_CONTRACT OFF

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

constexpr double kLg[] = {6.666666666666735130e-01, 3.999999999940941908e-01,
                          2.857142874366239149e-01, 2.222219843214978396e-01,
                          1.818357216161805012e-01, 1.531383769920937332e-01,
                          1.479819860511658591e-01};

double polynomial(double z) {
  const double w = z * z;
  const double even = w * horner(w, kLg[1], kLg[3], kLg[5]);
  const double odd = z * horner(w, kLg[0], kLg[2], kLg[4], kLg[6]);
  return odd + even;
}

// A positive finite number, taken apart.
struct Split {
  int32_t exponent;
  uint32_t fraction;  // the upper 20 bits
  double scaled;      // 1 + f
};
Split split(double x) {
  int32_t k = 0;
  if (high_word(x) < 0x0010'0000) {
    k -= 54;
    x *= 0x1p54;
  }
  const uint32_t high = high_word(x);
  k += static_cast<int32_t>(high >> 20) - 1023;
  const uint32_t fraction = high & 0xf'ffff;
  const uint32_t carry = (fraction + 0x9'5f64) & 0x10'0000;
  return {.exponent = k + static_cast<int32_t>(carry >> 20),
          .fraction = fraction,
          .scaled = with_high_word(x, fraction | (carry ^ 0x3ff0'0000))};
}

// Logarithms of what has no exponent: true, and the result.
bool is_special(double x, double& result) {
  if (x == 0) {
    result = -kInfinity;
  } else if (x < 0) {
    result = kNaN;
  } else if (!std::isfinite(x)) {
    result = x;
  } else {
    return false;
  }
  return true;
}

}  // namespace

double log(double x) {
  double special = 0;
  if (is_special(x, special)) return special;
  const Split parts = split(x);
  const int32_t k = parts.exponent;
  const double f = parts.scaled - 1;
  if ((0xf'ffff & (2 + parts.fraction)) < 3) {
    if (f == 0) return k == 0 ? 0 : k * kLn2High + k * kLn2Low;
    const double r = f * f * (0.5 - 0.33333333333333333 * f);
    return k == 0 ? f - r : k * kLn2High - ((r - k * kLn2Low) - f);
  }
  const double s = f / (2 + f);
  const double r = polynomial(s * s);
  const auto fraction = static_cast<int32_t>(parts.fraction);
  if (((fraction - 0x6'147a) | (0x6'b851 - fraction)) > 0) {
    const double half_square = 0.5 * f * f;
    if (k == 0) return f - (half_square - s * (half_square + r));
    return k * kLn2High - ((half_square - (s * (half_square + r) + k * kLn2Low)) - f);
  }
  if (k == 0) return f - s * (f - r);
  return k * kLn2High - ((s * (f - r) - k * kLn2Low) - f);
}

double log1p(double x) {
  if (x <= -1) return x == -1 ? -kInfinity : kNaN;
  if (!std::isfinite(x)) return x;
  const auto high = static_cast<int32_t>(high_word(x));
  double f = 0;
  double c = 0;
  int32_t k = 1;
  uint32_t fraction = 1;
  if (high < 0x3fda'827a) {  // 1 + x below the root of 2
    const uint32_t magnitude = magnitude_word(x);
    if (magnitude < 0x3e20'0000) return magnitude < 0x3c90'0000 ? x : x - x * x * 0.5;
    if (high > 0 || high <= static_cast<int32_t>(0xbfd2'bec3)) {
      k = 0;
      f = x;
    }
  }
  if (k != 0) {
    double u = x;
    if (high < 0x4340'0000) u = 1 + x;
    k = static_cast<int32_t>(high_word(u) >> 20) - 1023;
    // What the sum lost.
    if (high < 0x4340'0000) c = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    fraction = high_word(u) & 0xf'ffff;
    if (fraction < 0x6'a09e) {
      u = with_high_word(u, fraction | 0x3ff0'0000);
    } else {
      ++k;
      u = with_high_word(u, fraction | 0x3fe0'0000);
      fraction = (0x10'0000 - fraction) >> 2;
    }
    f = u - 1;
  }
  const double half_square = 0.5 * f * f;
  if (fraction == 0) {
    if (f == 0) return k == 0 ? 0 : k * kLn2High + (c + k * kLn2Low);
    const double r = half_square * (1 - 0.66666666666666666 * f);
    return k == 0 ? f - r : k * kLn2High - ((r - (k * kLn2Low + c)) - f);
  }
  const double s = f / (2 + f);
  const double z = s * s;
  const double r = z * horner(z, kLg[0], kLg[1], kLg[2], kLg[3], kLg[4], kLg[5], kLg[6]);
  if (k == 0) return f - (half_square - s * (half_square + r));
  return k * kLn2High - ((half_square - (s * (half_square + r) + (k * kLn2Low + c))) - f);
}

double log2(double x) {
  double special = 0;
  if (is_special(x, special)) return special;
  if (x == 1) return 0;
  constexpr double kInverseLn2High = 1.44269504072144627571e+00;
  constexpr double kInverseLn2Low = 1.67517131648865118353e-10;
  const Split parts = split(x);
  const double f = parts.scaled - 1;
  const double half_square = 0.5 * f * f;
  const double s = f / (2 + f);
  const double r = s * (half_square + polynomial(s * s));
  const double high = without_low_word(f - half_square);
  const double low = (f - high) - half_square + r;
  const double k = parts.exponent;
  const double value_high = high * kInverseLn2High;
  const double w = k + value_high;
  const double value_low =
      (low + high) * kInverseLn2Low + low * kInverseLn2High + ((k - w) + value_high);
  return value_low + w;
}

double log10(double x) {
  double special = 0;
  if (is_special(x, special)) return special;
  if (x == 1) return 0;
  int32_t k = 0;
  if (high_word(x) < 0x0010'0000) {
    k -= 54;
    x *= 0x1p54;
  }
  k += static_cast<int32_t>(high_word(x) >> 20) - 1023;
  const uint32_t is_below_one = k < 0 ? 1 : 0;
  x = with_high_word(x, (high_word(x) & 0xf'ffff) | (0x3ff - is_below_one) << 20);
  const double y = k + static_cast<int32_t>(is_below_one);
  const double z = y * 3.69423907715893078616e-13 + 4.34294481903251816668e-01 * log(x);
  return z + y * 3.01029995663611771306e-01;
}

double asinh(double x) {
  const uint32_t magnitude = magnitude_word(x);
  if (magnitude >= 0x7ff0'0000 || magnitude < 0x3e30'0000) return x;
  const double size = std::fabs(x);
  double w = 0;
  if (magnitude > 0x41b0'0000) {
    w = log(size) + kLn2;
  } else if (magnitude > 0x4000'0000) {
    w = log(2 * size + 1 / (std::sqrt(x * x + 1) + size));
  } else {
    const double t = x * x;
    w = log1p(size + t / (1 + std::sqrt(1 + t)));
  }
  return is_negative(x) ? -w : w;
}

double acosh(double x) {
  if (std::isnan(x) || x < 1) return kNaN;
  const uint32_t high = high_word(x);
  if (high >= 0x41b0'0000) return std::isinf(x) ? x : log(x) + kLn2;
  if (x == 1) return 0;
  if (high > 0x4000'0000) {
    const double t = x * x;
    return log(2 * x - 1 / (x + std::sqrt(t - 1)));
  }
  const double t = x - 1;
  return log1p(t + std::sqrt(2 * t + t * t));
}

double atanh(double x) {
  const double size = std::fabs(x);
  if (!(size <= 1)) return kNaN;
  if (size == 1) return std::copysign(kInfinity, x);
  const uint32_t magnitude = magnitude_word(x);
  if (magnitude < 0x3e30'0000) return x;
  double t = size + size;
  t = 0.5 * log1p(magnitude < 0x3fe0'0000 ? t + t * size / (1 - size) : t / (1 - size));
  return is_negative(x) ? -t : t;
}

// A third of the exponent gives five bits, a polynomial in t^3/x 23, a Newton step the rest: t has
// few enough bits for t * t to be exact.
double cbrt(double x) {
  if (!std::isfinite(x) || x == 0) return x;
  const uint64_t sign = std::bit_cast<uint64_t>(x) & uint64_t{1} << 63;
  const bool is_subnormal = magnitude_word(x) < 0x0010'0000;
  const uint32_t high = magnitude_word(is_subnormal ? x * 0x1p54 : x);
  const uint32_t third = high / 3 + (is_subnormal ? 696'219'795 : 715'094'163);
  auto t = std::bit_cast<double>(sign | uint64_t{third} << 32);
  const double ratio = (t * t) * (t / x);
  t *= horner(ratio, 1.87595182427177009643, -1.88497979543377169875, 1.621429720105354466140) +
       ((ratio * ratio) * ratio) * horner(ratio, -0.758397934778766047437, 0.145996192886612446982);
  t = std::bit_cast<double>((std::bit_cast<uint64_t>(t) + 0x8000'0000) & 0xffff'ffff'c000'0000);
  const double quotient = x / (t * t);
  return t + t * ((quotient - t) / (t + t + quotient));
}

}  // namespace perry::runtime::elementary
