#include "perry-cc/passes/js_number.h"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace perry::passes {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kExactIntegers = 9007199254740992.0;  // 2^53

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// 0x, 0o and 0b literals; NaN for anything else behind the prefix.
double prefixed_number(std::string_view digits, int base) {
  uint64_t value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [at, error] = std::from_chars(digits.data(), end, value, base);
  if (at != end || digits.empty()) return kNaN;
  return static_cast<double>(value);
}

bool is_decimal(std::string_view text) {
  size_t at = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
  size_t digits = 0;
  while (at < text.size() && is_digit(text[at])) at++, digits++;
  if (at < text.size() && text[at] == '.') {
    at++;
    while (at < text.size() && is_digit(text[at])) at++, digits++;
  }
  if (digits == 0) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    at++;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) at++;
    const size_t exponent = at;
    while (at < text.size() && is_digit(text[at])) at++;
    if (at == exponent) return false;
  }
  return at == text.size();
}

}  // namespace

int32_t to_int32(double number) {
  if (!std::isfinite(number)) return 0;
  const double rest = std::fmod(std::trunc(number), 4294967296.0);  // exact
  return static_cast<int32_t>(static_cast<uint32_t>(static_cast<int64_t>(rest)));
}

std::optional<double> power(double base, double exponent) {
  if (std::isnan(exponent)) return kNaN;
  if (exponent == 0) return 1.0;
  if (std::isnan(base)) return kNaN;
  if (std::fabs(base) == 1 && std::isinf(exponent)) return kNaN;
  // Products of integers, as long as every one of them is exact.
  if (exponent < 0 || exponent > 64 || std::trunc(exponent) != exponent) return std::nullopt;
  if (std::trunc(base) != base || std::isinf(base)) return std::nullopt;
  double product = 1;
  for (int i = 0; i < static_cast<int>(exponent); i++) {
    product *= base;
    if (std::fabs(product) > kExactIntegers) return std::nullopt;
  }
  return product;
}

std::string number_text(double number) {
  if (std::isnan(number)) return "NaN";
  if (number == 0) return "0";
  if (number < 0) return "-" + number_text(-number);
  if (std::isinf(number)) return "Infinity";
  // d.ddde+xx: the shortest digits, and the exponent of the first.
  char buffer[40] = {};  // ends with a zero, whatever is written
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific);
  const std::string_view shortest(buffer, static_cast<size_t>(end.ptr - buffer));
  const size_t e = shortest.find('e');
  std::string digits(1, shortest[0]);
  if (e > 1) digits += shortest.substr(2, e - 2);
  const int n = std::atoi(buffer + e + 1) + 1;  // the point stands behind n digits
  const int k = static_cast<int>(digits.size());
  if (k <= n && n <= 21) return digits + std::string(static_cast<size_t>(n - k), '0');
  if (0 < n && n <= 21) return digits.insert(static_cast<size_t>(n), ".");
  if (-6 < n && n <= 0) return "0." + std::string(static_cast<size_t>(-n), '0') + digits;
  if (k > 1) digits.insert(1, ".");
  return digits + (n > 0 ? "e+" : "e-") + std::to_string(std::abs(n - 1));
}

std::optional<double> text_number(std::string_view text) {
  for (const char c : text)
    if (static_cast<uint8_t>(c) >= 0x80) return std::nullopt;
  constexpr std::string_view kSpace = "\t\n\v\f\r ";
  const size_t start = text.find_first_not_of(kSpace);
  if (start == std::string_view::npos) return 0.0;
  text = text.substr(start, text.find_last_not_of(kSpace) - start + 1);
  if (text.size() > 2 && text[0] == '0') {
    // More digits than an integer can hold need care that constants don't deserve.
    const int base = text[1] == 'x' || text[1] == 'X'   ? 16
                     : text[1] == 'o' || text[1] == 'O' ? 8
                     : text[1] == 'b' || text[1] == 'B' ? 2
                                                        : 0;
    if (base != 0) {
      if (text.size() > 15) return std::nullopt;
      return prefixed_number(text.substr(2), base);
    }
  }
  if (text == "Infinity" || text == "+Infinity") return kInfinity;
  if (text == "-Infinity") return -kInfinity;
  if (!is_decimal(text)) return kNaN;
  const bool negative = text[0] == '-';
  if (text[0] == '+' || negative) text.remove_prefix(1);
  double value = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  // Too large or too small; which of them is told by no exponent alone.
  if (error != std::errc() || at != text.data() + text.size()) return std::nullopt;
  return negative ? -value : value;
}

bool is_same_number(double a, double b) {
  if (a != a || b != b) return a != a && b != b;
  return a == b && std::signbit(a) == std::signbit(b);
}

bool is_negative_zero(double number) { return number == 0 && std::signbit(number); }

}  // namespace perry::passes
