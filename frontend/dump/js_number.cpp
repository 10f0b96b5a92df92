#include "frontend/dump/js_number.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace perry::frontend {

std::string js_number_text(double value) {
  if (std::isnan(value)) return "NaN";
  if (value == 0) return "0";
  if (value < 0) return "-" + js_number_text(-value);
  if (std::isinf(value)) return "Infinity";

  // d.ddde±xx: the digits and the exponent of the specification's n, k and s.
  std::array<char, 40> buffer;
  const auto printed = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                     std::chars_format::scientific);
  const std::string_view text(buffer.data(), static_cast<size_t>(printed.ptr - buffer.data()));
  const size_t mark = text.find('e');
  int exponent = 0;
  const char* from = text.data() + mark + (text[mark + 1] == '+' ? 2 : 1);
  std::from_chars(from, text.data() + text.size(), exponent);

  std::string digits(1, text[0]);
  if (mark > 2) digits += text.substr(2, mark - 2);
  const int count = static_cast<int>(digits.size());
  const int point = exponent + 1;  // where the decimal point stands, counted from the first digit

  if (count <= point && point <= 21) return digits.append(static_cast<size_t>(point - count), '0');
  if (0 < point && point <= 21) return digits.insert(static_cast<size_t>(point), ".");
  if (-6 < point && point <= 0)
    return "0." + std::string(static_cast<size_t>(-point), '0') + digits;
  if (count > 1) digits.insert(1, ".");
  return digits + (exponent < 0 ? "e-" : "e+") + std::to_string(std::abs(exponent));
}

}  // namespace perry::frontend
