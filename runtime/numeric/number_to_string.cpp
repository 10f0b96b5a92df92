#include "runtime/numeric/number_to_string.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "runtime/numeric/decimal.h"
#include "runtime/value/assert.h"

namespace perry::runtime {

namespace {

constexpr std::string_view kDigits = "0123456789abcdefghijklmnopqrstuvwxyz";

// Writes text into a buffer that is known to be long enough.
struct Writer {
  char* at;

  void put(char c) { *at++ = c; }
  void put(std::string_view text) { at = std::copy(text.begin(), text.end(), at); }
  void zeros(int count) { at = std::fill_n(at, std::max(count, 0), '0'); }
};

// e+21, e-7
void put_exponent(Writer& out, int exponent) {
  out.put('e');
  out.put(exponent < 0 ? '-' : '+');
  out.at = std::to_chars(out.at, out.at + 4, std::abs(exponent)).ptr;
}

std::string_view special_text(double number) {
  if (number != number) return "NaN";
  return number > 0 ? "Infinity" : "-Infinity";
}

std::string with_exponent(bool negative, const std::string& digits, int exponent) {
  std::string out = negative ? "-" : "";
  out += digits[0];
  if (digits.size() > 1) out.append(".").append(digits, 1);
  out += exponent < 0 ? "e-" : "e+";
  return out + std::to_string(std::abs(exponent));
}

// Digits with the point after `point` of them.
std::string with_point(bool negative, std::string digits, int point) {
  if (point <= 0) {
    digits.insert(0, static_cast<size_t>(1 - point), '0');
    point = 1;
  }
  const auto size = static_cast<int>(digits.size());
  if (size < point) digits.append(static_cast<size_t>(point - size), '0');
  if (static_cast<int>(digits.size()) > point) digits.insert(static_cast<size_t>(point), 1, '.');
  return (negative ? "-" : "") + digits;
}

__extension__ using Wide = unsigned __int128;

// number_to_fixed for what whole numbers of 128 bits can hold, which is nearly everything that is
// printed so: empty for the rest.
std::string fixed_by_integers(double number, int fraction_digits) {
  constexpr auto kPowers = [] {
    std::array<uint64_t, 19> powers{1};
    for (size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
  }();
  constexpr int kMantissaBits = 53;
  int exponent = 0;
  const auto mantissa = static_cast<uint64_t>(std::frexp(std::fabs(number), &exponent) * 0x1p53);
  const int shift = kMantissaBits - exponent;
  if (static_cast<size_t>(fraction_digits) >= kPowers.size() || shift < 1 || shift > 126) return {};
  const uint64_t power = kPowers[static_cast<size_t>(fraction_digits)];
  // Of two that are equally near the larger one.
  const Wide scaled = (Wide{mantissa} * power + (Wide{1} << (shift - 1))) >> shift;
  const auto integer = static_cast<uint64_t>(scaled / power);
  const auto fraction = static_cast<uint64_t>(scaled % power);

  std::array<char, 48> text;
  Writer out{text.data()};
  char* const end = text.data() + text.size();
  if (number < 0) out.put('-');
  out.at = std::to_chars(out.at, end, integer).ptr;
  if (fraction_digits > 0) {
    out.put('.');
    // A one before them makes all digits appear, and gives its place to the point.
    char* const point = out.at - 1;
    std::to_chars(point, end, power + fraction);
    *point = '.';
    out.at = point + 1 + fraction_digits;
  }
  return {text.data(), out.at};
}

}  // namespace

// The cases are those of Number::toString: n is `point`, k the number of digits.
NumberText::NumberText(double number) {
  Writer out{buffer_.data()};
  const auto small = static_cast<int32_t>(std::fabs(number) < 2147483647 ? number : 0.5);
  if (small == number) {
    length_ = static_cast<size_t>(std::to_chars(out.at, out.at + 12, small).ptr - out.at);
    return;
  }
  if (!std::isfinite(number)) {
    out.put(special_text(number));
  } else {
    if (number < 0) out.put('-');
    const Decimal decimal = Decimal::shortest(std::fabs(number));
    const std::string_view digits = decimal.digits;
    const auto count = static_cast<int>(digits.size());
    const int point = decimal.point;
    if (count <= point && point <= 21) {
      out.put(digits);
      out.zeros(point - count);
    } else if (0 < point && point <= 21) {
      out.put(digits.substr(0, static_cast<size_t>(point)));
      out.put('.');
      out.put(digits.substr(static_cast<size_t>(point)));
    } else if (-6 < point && point <= 0) {
      out.put("0.");
      out.zeros(-point);
      out.put(digits);
    } else {
      out.put(digits[0]);
      if (count > 1) {
        out.put('.');
        out.put(digits.substr(1));
      }
      put_exponent(out, point - 1);
    }
  }
  length_ = static_cast<size_t>(out.at - buffer_.data());
}

// The fraction gets as many digits as it takes to tell the number from its neighbours: `margin` is
// half the distance to the next one, and grows with the fraction as digits are taken off.
std::string number_to_radix_string(double number, int radix) {
  PERRY_ASSERT(radix >= 2 && radix <= 36);
  if (!std::isfinite(number)) return std::string(special_text(number));
  if (radix == 10) return std::string(NumberText(number).view());
  const double magnitude = std::fabs(number);
  double integer = std::floor(magnitude);
  double fraction = magnitude - integer;
  const double next = std::nextafter(magnitude, std::numeric_limits<double>::infinity());
  double margin = std::max(0.5 * (next - magnitude), std::numeric_limits<double>::denorm_min());

  std::string places;
  while (fraction >= margin) {
    fraction *= radix;
    margin *= radix;
    const auto digit = static_cast<size_t>(fraction);
    places += kDigits[digit];
    fraction -= static_cast<double>(digit);
    const bool up = fraction > 0.5 || (fraction == 0.5 && digit % 2 == 1);
    if (!up || fraction + margin <= 1) continue;
    // The rest is closer to the next digit; a digit that would become the radix goes, with a carry.
    while (!places.empty()) {
      const size_t last = kDigits.find(places.back());
      places.pop_back();
      if (last + 1 < static_cast<size_t>(radix)) {
        places += kDigits[last + 1];
        break;
      }
    }
    if (places.empty()) integer += 1;
    break;
  }

  std::string reversed;
  // Digits that 53 bits do not determine are shown as zero.
  while (integer / radix >= 0x1p53) {
    integer /= radix;
    reversed += '0';
  }
  do {
    const double digit = std::fmod(integer, radix);
    reversed += kDigits[static_cast<size_t>(digit)];
    integer = (integer - digit) / radix;
  } while (integer > 0);
  if (number < 0) reversed += '-';
  std::string text(reversed.rbegin(), reversed.rend());
  if (!places.empty()) text += "." + places;
  return text;
}

std::string number_to_fixed(double number, int fraction_digits) {
  PERRY_ASSERT(std::fabs(number) < 1e21);
  if (std::string text = fixed_by_integers(number, fraction_digits); !text.empty()) return text;
  Decimal decimal = Decimal::exact(std::fabs(number));
  decimal.round_to(decimal.point + fraction_digits);
  if (decimal.digits.empty()) decimal.point = -fraction_digits;
  // Exactly `fraction_digits` of them behind the point.
  const auto wanted = std::max(decimal.point + fraction_digits, 0);
  decimal.digits.resize(static_cast<size_t>(wanted), '0');
  if (decimal.digits.empty()) {
    decimal.digits.assign(static_cast<size_t>(fraction_digits) + 1, '0');
    decimal.point = 1;
  }
  return with_point(number < 0, decimal.digits, decimal.point);
}

std::string number_to_exponential(double number, int fraction_digits) {
  Decimal decimal;
  if (fraction_digits < 0) {
    decimal = Decimal::shortest(std::fabs(number));
    if (number == 0) decimal.digits = "0";
  } else {
    decimal = Decimal::exact(std::fabs(number));
    decimal.round_to(fraction_digits + 1);
    decimal.digits.resize(static_cast<size_t>(fraction_digits) + 1, '0');
  }
  if (number == 0) decimal.point = 1;
  return with_exponent(number < 0, decimal.digits, decimal.point - 1);
}

std::string number_to_precision(double number, int precision) {
  Decimal decimal = Decimal::exact(std::fabs(number));
  decimal.round_to(precision);
  decimal.digits.resize(static_cast<size_t>(precision), '0');
  if (number == 0) decimal.point = 1;
  const int exponent = decimal.point - 1;
  if (exponent < -6 || exponent >= precision) {
    return with_exponent(number < 0, decimal.digits, exponent);
  }
  return with_point(number < 0, decimal.digits, decimal.point);
}

}  // namespace perry::runtime
