#include "runtime/numeric/string_to_number.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include "runtime/unicode/white_space.h"

namespace perry::runtime {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

template <typename Unit>
std::span<const Unit> trim_start(std::span<const Unit> text) {
  while (!text.empty() && is_white_space(text.front())) text = text.subspan(1);
  return text;
}

template <typename Unit>
std::span<const Unit> trim(std::span<const Unit> text) {
  text = trim_start(text);
  while (!text.empty() && is_white_space(text.back())) text = text.first(text.size() - 1);
  return text;
}

template <typename Unit>
bool starts_with(std::span<const Unit> text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(),
                    [](char a, Unit b) { return static_cast<unsigned char>(a) == b; });
}

// 36 for what is no digit in any radix.
int digit_of(char32_t c) {
  if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
  const char32_t lower = c | 0x20;
  return lower >= 'a' && lower <= 'z' ? static_cast<int>(lower - 'a') + 10 : 36;
}

template <typename Unit>
size_t digit_run(std::span<const Unit> text, size_t from, int radix) {
  size_t i = from;
  while (i < text.size() && digit_of(text[i]) < radix) ++i;
  return i - from;
}

template <typename Unit>
struct SignedText {
  double sign;
  std::span<const Unit> rest;
};

template <typename Unit>
SignedText<Unit> take_sign(std::span<const Unit> text) {
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    return {text[0] == '-' ? -1.0 : 1.0, text.subspan(1)};
  }
  return {1.0, text};
}

// How many units at the beginning are StrUnsignedDecimalLiteral without Infinity; 0 for none.
template <typename Unit>
size_t decimal_length(std::span<const Unit> text) {
  const size_t integer = digit_run(text, 0, 10);
  size_t i = integer;
  if (i < text.size() && text[i] == '.') {
    const size_t fraction = digit_run(text, i + 1, 10);
    if (integer + fraction == 0) return 0;
    i += 1 + fraction;
  }
  if (i == 0) return 0;
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    size_t exponent = i + 1;
    if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
    const size_t digits = digit_run(text, exponent, 10);
    if (digits != 0) i = exponent + digits;
  }
  return i;
}

// What from_chars finds out of range is beyond the largest or below the smallest number; which of
// the two follows from where the first digit that counts stands.
double out_of_range_value(std::string_view text) {
  const size_t e = text.find_first_of("eE");
  const std::string_view mantissa = text.substr(0, e);
  const size_t first = mantissa.find_first_of("123456789");
  if (first == std::string_view::npos) return 0;
  if (e != std::string_view::npos && text[e + 1] == '-') {
    const size_t point = std::min(mantissa.find('.'), mantissa.size());
    int64_t exponent = 0;
    const auto parsed = std::from_chars(text.data() + e + 2, text.data() + text.size(), exponent);
    if (parsed.ec != std::errc{}) return 0;
    // 123.4e-5 has its first digit at 10^(2-5).
    return static_cast<int64_t>(point) - static_cast<int64_t>(first) > exponent ? kInfinity : 0;
  }
  const size_t point = std::min(mantissa.find('.'), mantissa.size());
  if (first < point) return kInfinity;
  int64_t exponent = 0;
  if (e != std::string_view::npos) {
    const size_t from = text[e + 1] == '+' ? e + 2 : e + 1;
    const auto parsed = std::from_chars(text.data() + from, text.data() + text.size(), exponent);
    if (parsed.ec != std::errc{}) return kInfinity;
  }
  return static_cast<int64_t>(first - point) < exponent ? kInfinity : 0;
}

double parse_ascii_decimal(std::string_view text) {
  double number = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  return result.ec == std::errc::result_out_of_range ? out_of_range_value(text) : number;
}

// Of what decimal_length measured.
template <typename Unit>
double parse_decimal(std::span<const Unit> text) {
  // Most numbers are short integers.
  if (text.size() <= 15 && digit_run(text, 0, 10) == text.size()) {
    int64_t number = 0;
    for (const Unit unit : text) number = number * 10 + (unit - '0');
    return static_cast<double>(number);
  }
  if constexpr (sizeof(Unit) == 1) {
    return parse_ascii_decimal({reinterpret_cast<const char*>(text.data()), text.size()});
  } else {
    std::string ascii(text.size(), '\0');
    std::ranges::transform(text, ascii.begin(), [](Unit unit) { return static_cast<char>(unit); });
    return parse_ascii_decimal(ascii);
  }
}

// Digits of a radix that is a power of two, exactly rounded: 64 bits are kept, and whether anything
// below them was not zero.
template <typename Unit>
double parse_binary_digits(std::span<const Unit> digits, int radix) {
  const int bits_each = std::countr_zero(static_cast<unsigned>(radix));
  uint64_t kept = 0;
  bool lost = false;
  int64_t exponent = 0;
  for (const Unit unit : digits) {
    const int digit = digit_of(unit);
    for (int bit = bits_each; bit-- > 0;) {
      const auto value = static_cast<uint64_t>(digit >> bit & 1);
      if (kept >> 62 == 0) {
        kept = kept << 1 | value;
      } else {
        lost = lost || value != 0;
        ++exponent;
      }
    }
  }
  // The conversion to double rounds half to even, and sees by the lowest bit what was lost.
  const auto number = static_cast<double>(kept | (lost ? 1 : 0));
  return std::ldexp(number, static_cast<int>(std::min<int64_t>(exponent, 5000)));
}

// Other radices: exact as long as the number is, then rounded every few digits.
template <typename Unit>
double parse_radix_digits(std::span<const Unit> digits, int radix) {
  if ((radix & (radix - 1)) == 0) return parse_binary_digits(digits, radix);
  if (radix == 10) return parse_decimal(digits);
  constexpr uint32_t kLargestPart = 0xffff'ffff / 36;
  double number = 0;
  // Zeros in front must not decide where the parts begin.
  size_t i = 0;
  while (i < digits.size() && digits[i] == '0') ++i;
  while (i < digits.size()) {
    uint32_t part = 0;
    uint32_t multiplier = 1;
    while (i < digits.size() && multiplier <= kLargestPart / static_cast<uint32_t>(radix)) {
      part = part * static_cast<uint32_t>(radix) + static_cast<uint32_t>(digit_of(digits[i++]));
      multiplier *= static_cast<uint32_t>(radix);
    }
    number = number * multiplier + part;
  }
  return number;
}

template <typename Unit>
int radix_of_prefix(std::span<const Unit> text) {
  if (text.size() < 3 || text[0] != '0') return 0;
  switch (text[1] | 0x20) {
    case 'x':
      return 16;
    case 'o':
      return 8;
    case 'b':
      return 2;
    default:
      return 0;
  }
}

template <typename Unit>
double to_number(std::span<const Unit> text) {
  text = trim(text);
  if (text.empty()) return 0;
  if (const int radix = radix_of_prefix(text); radix != 0) {
    const std::span<const Unit> digits = text.subspan(2);
    if (digit_run(digits, 0, radix) != digits.size()) return kNaN;
    return parse_binary_digits(digits, radix);
  }
  const auto [sign, rest] = take_sign(text);
  if (rest.size() == 8 && starts_with(rest, "Infinity")) return sign * kInfinity;
  const size_t length = decimal_length(rest);
  if (length == 0 || length != rest.size()) return kNaN;
  return sign * parse_decimal(rest);
}

template <typename Unit>
double float_prefix(std::span<const Unit> text) {
  const auto [sign, rest] = take_sign(trim_start(text));
  if (starts_with(rest, "Infinity")) return sign * kInfinity;
  const size_t length = decimal_length(rest);
  return length == 0 ? kNaN : sign * parse_decimal(rest.first(length));
}

template <typename Unit>
double int_prefix(std::span<const Unit> text, int radix) {
  auto [sign, rest] = take_sign(trim_start(text));
  if (radix == 0 || radix == 16) {
    if (rest.size() >= 2 && rest[0] == '0' && (rest[1] | 0x20) == 'x') {
      rest = rest.subspan(2);
      radix = 16;
    }
  }
  if (radix == 0) radix = 10;
  const size_t length = digit_run(rest, 0, radix);
  return length == 0 ? kNaN : sign * parse_radix_digits(rest.first(length), radix);
}

}  // namespace

double string_to_number(std::span<const uint8_t> latin1) { return to_number(latin1); }
double string_to_number(std::span<const char16_t> utf16) { return to_number(utf16); }

double parse_float_prefix(std::span<const uint8_t> latin1) { return float_prefix(latin1); }
double parse_float_prefix(std::span<const char16_t> utf16) { return float_prefix(utf16); }

double parse_int_prefix(std::span<const uint8_t> latin1, int radix) {
  return int_prefix(latin1, radix);
}
double parse_int_prefix(std::span<const char16_t> utf16, int radix) {
  return int_prefix(utf16, radix);
}

}  // namespace perry::runtime
