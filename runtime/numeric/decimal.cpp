#include "runtime/numeric/decimal.h"

#include <array>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstdlib>

#include "runtime/value/assert.h"

namespace perry::runtime {

Decimal Decimal::shortest(double number) {
  if (number == 0) return {};
  // d.ddde[+-]xx
  std::array<char, 32> text;
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::scientific)
          .ptr;
  Decimal decimal;
  const char* c = text.data();
  for (; c != end && *c != 'e'; ++c) {
    if (*c != '.') decimal.digits += *c;
  }
  ++c;
  if (*c == '+') ++c;
  int exponent = 0;
  std::from_chars(c, end, exponent);
  decimal.point = exponent + 1;
  return decimal;
}

Decimal Decimal::exact(double number) {
  if (number == 0) return {};
  // A number with k binary places has k decimal ones.
  const auto bits = std::bit_cast<uint64_t>(number);
  const int exponent = static_cast<int>(bits >> 52 & 0x7ff);
  const uint64_t fraction = bits & ((uint64_t{1} << 52) - 1);
  const uint64_t mantissa = exponent == 0 ? fraction : fraction | uint64_t{1} << 52;
  const int scale = (exponent == 0 ? 1 : exponent) - 1075 + std::countr_zero(mantissa);
  const int places = scale < 0 ? -scale : 0;
  std::string text(static_cast<size_t>(places) + 320, '\0');
  const auto result = std::to_chars(text.data(), text.data() + text.size(), number,
                                    std::chars_format::fixed, places);
  PERRY_ASSERT(result.ec == std::errc{});
  text.resize(static_cast<size_t>(result.ptr - text.data()));
  Decimal decimal;
  const size_t dot = text.find('.');
  decimal.point = static_cast<int>(dot == std::string::npos ? text.size() : dot);
  if (dot != std::string::npos) text.erase(dot, 1);
  const size_t first = text.find_first_not_of('0');
  decimal.point -= static_cast<int>(first);
  decimal.digits = text.substr(first);
  return decimal;
}

void Decimal::round_to(int count) {
  if (count >= static_cast<int>(digits.size())) return;
  if (count < 0) {
    digits.clear();
    return;
  }
  const bool up = digits[static_cast<size_t>(count)] >= '5';
  digits.resize(static_cast<size_t>(count));
  if (!up) return;
  size_t i = digits.size();
  while (i > 0 && digits[i - 1] == '9') digits[--i] = '0';
  if (i > 0) {
    ++digits[i - 1];
    return;
  }
  // 9.99 became 10.0: one digit more, in front.
  digits.insert(digits.begin(), '1');
  ++point;
}

}  // namespace perry::runtime
