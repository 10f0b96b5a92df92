#include <array>
#include <cmath>
#include <limits>

#include "runtime/numeric/elementary.h"
#include "runtime/numeric/elementary_bits.h"

// Trigonometric functions and their inverses. x is n * pi / 2 + y with |y| <= pi / 4; y is the sum
// of two doubles, and polynomials give its sine, cosine and tangent.
namespace perry::runtime::elementary {

namespace {

#pragma STDC FP_CONTRACT OFF

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kPi = 3.14159265358979311600e+00;
constexpr double kPiLow = 1.2246467991473531772e-16;
constexpr double kHalfPi = 1.57079632679489655800e+00;
constexpr double kHalfPiLow = 6.12323399573676603587e-17;
constexpr double kQuarterPi = 7.85398163397448278999e-01;
constexpr double kQuarterPiLow = 3.06161699786838301793e-17;

// --- Reduction ---

struct Reduced {
  int32_t quadrant = 0;
  double high = 0;
  double low = 0;
};

// The digits of 2 / pi behind the binary point.
constexpr std::array<uint64_t, 20> kTwoOverPi = {
    0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561,
    0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484,
    0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b, 0x1ff897ffde05980f,
    0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d, 0x7527bac7ebe5f17b,
    0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab, 0xf0cfbc209af4361d,
};

__extension__ using Wide = unsigned __int128;

// |x| above 2^20 or so: of x * 2 / pi, 256 bits around the binary point are computed, which leaves
// more than enough when the quotient is close to an integer.
Reduced reduce_large(double x) {
  const uint64_t bits = std::bit_cast<uint64_t>(x);
  const uint64_t mantissa = (bits & 0xf'ffff'ffff'ffff) | uint64_t{1} << 52;
  // x is mantissa * 2^exponent; two bits before the point are wanted.
  const int32_t exponent = static_cast<int32_t>(bits >> 52 & 0x7ff) - 1075;
  const int32_t first = exponent - 2;  // of the digits of 2 / pi: what stands before counts by 4
  std::array<uint64_t, 4> digits{};
  for (int32_t i = 0; i < 4; ++i) {
    const int32_t at = first + 64 * i;
    if (at + 64 <= 0) continue;
    const int32_t word = at >> 6;
    const int32_t shift = at & 63;
    const auto index = static_cast<size_t>(word);
    digits[i] = word < 0 ? 0 : kTwoOverPi[index] << shift;
    if (shift != 0) digits[i] |= kTwoOverPi[static_cast<size_t>(word) + 1] >> (64 - shift);
  }
  std::array<uint64_t, 4> product{};
  uint64_t carry = 0;
  for (size_t i = 4; i-- > 0;) {
    const Wide sum = Wide{digits[i]} * mantissa + carry;
    product[i] = static_cast<uint64_t>(sum);
    carry = static_cast<uint64_t>(sum >> 64);
  }
  auto quadrant = static_cast<int32_t>(product[0] >> 62);
  for (size_t i = 0; i < 4; ++i) {
    product[i] = product[i] << 2 | (i < 3 ? product[i + 1] >> 62 : 0);
  }
  // To the nearest integer.
  const bool negative = product[0] >> 63 != 0;
  if (negative) {
    ++quadrant;
    for (uint64_t& word : product) word = ~word;
  }
  int32_t zeros = 0;
  while (zeros < 192 && product[static_cast<size_t>(zeros / 64)] >> (63 - zeros % 64) == 0) ++zeros;
  const auto word = static_cast<size_t>(zeros / 64);
  const int32_t shift = zeros % 64;
  const auto at = [&](size_t i) {
    const uint64_t low = i + 1 < 4 && shift != 0 ? product[i + 1] >> (64 - shift) : 0;
    return i < 4 ? product[i] << shift | low : 0;
  };
  const uint64_t fraction_high = at(word);
  const uint64_t fraction_low = at(word + 1);
  // Times pi / 2, in 128 bits.
  constexpr uint64_t kHalfPiDigits = 0xc90fdaa22168c234;
  constexpr uint64_t kHalfPiMore = 0xc4c6628b80dc1cd1;
  const Wide value = Wide{fraction_high} * kHalfPiDigits +
                     (Wide{fraction_high} * kHalfPiMore >> 64) +
                     (Wide{fraction_low} * kHalfPiDigits >> 64);
  const auto high = static_cast<double>(value);
  const auto back = static_cast<Wide>(high);
  const double low =
      back > value ? -static_cast<double>(back - value) : static_cast<double>(value - back);
  // The fraction had its point before the first of its 64 digits, pi / 2 behind its first.
  const double scale = std::ldexp(negative ? -1.0 : 1.0, -127 - zeros);
  return {.quadrant = quadrant, .high = high * scale, .low = low * scale};
}

Reduced reduce(double x) {
  constexpr double kInverse = 6.36619772367581382433e-01;
  // pi / 2 in pieces of 33 bits, and what is left behind each.
  constexpr double kPiece[] = {1.57079632673412561417e+00, 6.07710050630396597660e-11,
                               2.02226624871116645580e-21};
  constexpr double kTail[] = {6.07710050650619224932e-11, 2.02226624879595063154e-21,
                              8.47842766036889956997e-32};
  const uint32_t magnitude = magnitude_word(x);
  const double size = std::fabs(x);
  Reduced result;
  if (magnitude < 0x4002'd97c) {  // 3 pi / 4
    double z = size - kPiece[0];
    const size_t piece = magnitude == 0x3ff9'21fb ? 1 : 0;
    if (piece == 1) z -= kPiece[1];
    result.high = z - kTail[piece];
    result.low = (z - result.high) - kTail[piece];
    result.quadrant = 1;
  } else if (magnitude <= 0x4139'21fb) {
    result.quadrant = static_cast<int32_t>(std::floor(size * kInverse + 0.5));
    const double n = result.quadrant;
    double r = size - n * kPiece[0];
    double w = n * kTail[0];
    result.high = r - w;
    const auto exponent = static_cast<int32_t>(magnitude >> 20);
    const auto lost = [&] {
      return exponent - static_cast<int32_t>(high_word(result.high) >> 20 & 0x7ff);
    };
    for (size_t piece = 1; piece < 3 && lost() > (piece == 1 ? 16 : 49); ++piece) {
      const double t = r;
      w = n * kPiece[piece];
      r = t - w;
      w = n * kTail[piece] - ((t - r) - w);
      result.high = r - w;
    }
    result.low = (r - result.high) - w;
  } else {
    result = reduce_large(size);
  }
  return is_negative(x) ? Reduced{-result.quadrant, -result.high, -result.low} : result;
}

// --- Within pi / 4 of 0 ---

double sine_of(double x, double y, bool has_low) {
  if (magnitude_word(x) < 0x3e40'0000) return x;
  const double z = x * x;
  const double v = z * x;
  constexpr double kFirst = -1.66666666666666324348e-01;
  const double r =
      horner(z, 8.33333333332248946124e-03, -1.98412698298579493134e-04, 2.75573137070700676789e-06,
             -2.50507602534068634195e-08, 1.58969099521155010221e-10);
  if (!has_low) return x + v * (kFirst + z * r);
  return x - ((z * (0.5 * y - v * r) - y) - v * kFirst);
}

double cosine_of(double x, double y) {
  const uint32_t magnitude = magnitude_word(x);
  if (magnitude < 0x3e40'0000) return 1;
  const double z = x * x;
  const double r = z * horner(z, 4.16666666666666019037e-02, -1.38888888888741095749e-03,
                              2.48015872894767294178e-05, -2.75573143513906633035e-07,
                              2.08757232129817482790e-09, -1.13596475577881948265e-11);
  if (magnitude < 0x3fd3'3333) return 1 - (0.5 * z - (z * r - x * y));
  // About x / 4, so that nothing of 1 - q is lost.
  const double q = magnitude > 0x3fe9'0000 ? 0.28125 : with_high_word(0, magnitude - 0x0020'0000);
  return (1 - q) - ((0.5 * z - q) - (z * r - x * y));
}

// -1 / (w + rest), where the rest is what w lost of x.
double negative_inverse(double w, double rest) {
  const double z = without_low_word(w);
  const double inverse = -1 / w;
  const double t = without_low_word(inverse);
  const double s = 1 + t * z;
  return t + inverse * (s + t * rest);
}

double tangent_of(double x, double y, bool is_inverse) {
  constexpr double kT[] = {
      3.33333333333334091986e-01, 1.33333333333201242699e-01, 5.39682539762260521377e-02,
      2.18694882948595424599e-02, 8.86323982359930005737e-03, 3.59207910759131235356e-03,
      1.45620945432529025516e-03, 5.88041240820264096874e-04, 2.46463134818469906812e-04,
      7.81794442939557092300e-05, 7.14072491382608190305e-05, -1.85586374855275456654e-05,
      2.59073051863633712884e-05};
  const uint32_t magnitude = magnitude_word(x);
  const bool negative = is_negative(x);
  if (magnitude < 0x3e30'0000) {
    if (!is_inverse) return x;
    const double w = x + y;
    return negative_inverse(w, y - (without_low_word(w) - x));
  }
  const bool is_large = magnitude >= 0x3fe5'9428;
  if (is_large) {
    if (negative) {
      x = -x;
      y = -y;
    }
    x = (kQuarterPi - x) + (kQuarterPiLow - y);
    y = 0;
  }
  const double z = x * x;
  double w = z * z;
  double r = horner(w, kT[1], kT[3], kT[5], kT[7], kT[9], kT[11]);
  const double v = z * horner(w, kT[2], kT[4], kT[6], kT[8], kT[10], kT[12]);
  const double s = z * x;
  r = y + z * (s * (r + v) + y);
  r += kT[0] * s;
  w = x + r;
  if (is_large) {
    const double n = is_inverse ? -1 : 1;
    return (negative ? -1 : 1) * (n - 2 * (x - (w * w / (w + n) - r)));
  }
  return is_inverse ? negative_inverse(w, r - (without_low_word(w) - x)) : w;
}

bool is_reduced(double x) { return magnitude_word(x) <= 0x3fe9'21fb; }

}  // namespace

double sin(double x) {
  if (is_reduced(x)) return sine_of(x, 0, false);
  if (!std::isfinite(x)) return kNaN;
  const Reduced y = reduce(x);
  const bool swaps = (y.quadrant & 1) != 0;
  const double result = swaps ? cosine_of(y.high, y.low) : sine_of(y.high, y.low, true);
  return (y.quadrant & 2) != 0 ? -result : result;
}

double cos(double x) {
  if (is_reduced(x)) return cosine_of(x, 0);
  if (!std::isfinite(x)) return kNaN;
  const Reduced y = reduce(x);
  const bool swaps = (y.quadrant & 1) != 0;
  const double result = swaps ? sine_of(y.high, y.low, true) : cosine_of(y.high, y.low);
  return ((y.quadrant + 1) & 2) != 0 ? -result : result;
}

double tan(double x) {
  if (is_reduced(x)) return tangent_of(x, 0, false);
  if (!std::isfinite(x)) return kNaN;
  const Reduced y = reduce(x);
  return tangent_of(y.high, y.low, (y.quadrant & 1) != 0);
}

// --- Inverses ---

// What asin and acos add to the argument, of its square or the like.
static double arc_ratio(double t) {
  const double p = t * horner(t, 1.66666666666666657415e-01, -3.25565818622400915405e-01,
                              2.01212532134862925881e-01, -4.00555345006794114027e-02,
                              7.91534994289814532176e-04, 3.47933107596021167570e-05);
  const double q = horner(t, 1.0, -2.40339491173441421878e+00, 2.02094576023350569471e+00,
                          -6.88283971605453293030e-01, 7.70381505559019352791e-02);
  return p / q;
}

double asin(double x) {
  const double size = std::fabs(x);
  if (!(size <= 1)) return kNaN;
  if (size == 1) return x * kHalfPi + x * kHalfPiLow;
  if (size < 0.5) return size < 0x1p-27 ? x : x + x * arc_ratio(x * x);
  const double t = (1 - size) * 0.5;
  const double s = std::sqrt(t);
  const double ratio = arc_ratio(t);
  double result = 0;
  if (magnitude_word(x) >= 0x3fef'3333) {
    result = kHalfPi - (2 * (s + s * ratio) - kHalfPiLow);
  } else {
    const double w = without_low_word(s);
    const double c = (t - w * w) / (s + w);
    const double p = 2 * s * ratio - (kHalfPiLow - 2 * c);
    result = kQuarterPi - (p - (kQuarterPi - 2 * w));
  }
  return is_negative(x) ? -result : result;
}

double acos(double x) {
  const double size = std::fabs(x);
  if (!(size <= 1)) return kNaN;
  if (size == 1) return x > 0 ? 0 : kPi + 2 * kHalfPiLow;
  if (size < 0.5) {
    if (magnitude_word(x) <= 0x3c60'0000) return kHalfPi + kHalfPiLow;
    return kHalfPi - (x - (kHalfPiLow - x * arc_ratio(x * x)));
  }
  const double z = (1 - size) * 0.5;
  const double s = std::sqrt(z);
  const double ratio = arc_ratio(z);
  if (is_negative(x)) return kPi - 2 * (s + (ratio * s - kHalfPiLow));
  const double df = without_low_word(s);
  const double c = (z - df * df) / (s + df);
  return 2 * (df + (ratio * s + c));
}

double atan(double x) {
  constexpr double kHigh[] = {4.63647609000806093515e-01, kQuarterPi, 9.82793723247329054082e-01,
                              kHalfPi};
  constexpr double kLow[] = {2.26987774529616870924e-17, kQuarterPiLow, 1.39033110312309984516e-17,
                             kHalfPiLow};
  if (std::isnan(x)) return x;
  const uint32_t magnitude = magnitude_word(x);
  const bool negative = is_negative(x);
  if (magnitude >= 0x4410'0000) return negative ? -kHigh[3] - kLow[3] : kHigh[3] + kLow[3];
  if (magnitude < 0x3e40'0000) return x;
  // Of 1/2, 1, 3/2 and infinity, the arc of the nearest is taken away.
  const bool is_small = magnitude < 0x3fdc'0000;
  size_t nearest = 0;
  if (!is_small) {
    x = std::fabs(x);
    if (magnitude < 0x3fe6'0000) {
      x = (2 * x - 1) / (2 + x);
    } else if (magnitude < 0x3ff3'0000) {
      nearest = 1;
      x = (x - 1) / (x + 1);
    } else if (magnitude < 0x4003'8000) {
      nearest = 2;
      x = (x - 1.5) / (1 + 1.5 * x);
    } else {
      nearest = 3;
      x = -1 / x;
    }
  }
  const double z = x * x;
  const double w = z * z;
  const double s1 = z * horner(w, 3.33333333333329318027e-01, 1.42857142725034663711e-01,
                               9.09088713343650656196e-02, 6.66107313738753120669e-02,
                               4.97687799461593236017e-02, 1.62858201153657823623e-02);
  const double s2 = w * horner(w, -1.99999999998764832476e-01, -1.11111104054623557880e-01,
                               -7.69187620504482999495e-02, -5.83357013379057348645e-02,
                               -3.65315727442169155270e-02);
  if (is_small) return x - x * (s1 + s2);
  const double result = kHigh[nearest] - ((x * (s1 + s2) - kLow[nearest]) - x);
  return negative ? -result : result;
}

double atan2(double y, double x) {
  if (std::isnan(x) || std::isnan(y)) return kNaN;
  if (x == 1) return atan(y);
  const bool is_left = is_negative(x);
  const double sign = is_negative(y) ? -1 : 1;
  if (y == 0) return is_left ? sign * kPi : y;
  if (x == 0) return sign * kHalfPi;
  if (std::isinf(x)) {
    if (std::isinf(y)) return sign * (is_left ? 3 * kQuarterPi : kQuarterPi);
    return sign * (is_left ? kPi : 0);
  }
  if (std::isinf(y)) return sign * kHalfPi;
  const int32_t k =
      (static_cast<int32_t>(magnitude_word(y)) - static_cast<int32_t>(magnitude_word(x))) >> 20;
  if (k > 60) return sign * (kHalfPi + 0.5 * kPiLow);
  const double z = is_left && k < -60 ? 0 : atan(std::fabs(y / x));
  if (!is_left) return sign * z;
  return is_negative(y) ? (z - kPiLow) - kPi : kPi - (z - kPiLow);
}

}  // namespace perry::runtime::elementary
