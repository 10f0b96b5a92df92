#pragma once

#include <array>
#include <string>
#include <string_view>

namespace perry::runtime {

// Number::toString, in ASCII.
class NumberText {
 public:
  explicit NumberText(double number);
  std::string_view view() const { return {buffer_.data(), length_}; }

 private:
  std::array<char, 32> buffer_;
  size_t length_;
};

// Number.prototype.toString(radix), 2 to 36, with as many digits as V8 prints.
std::string number_to_radix_string(double number, int radix);

// Number.prototype.toFixed (0 to 100 digits, |number| < 1e21), toExponential (0 to 100, or -1: as
// many as needed) and toPrecision (1 to 100), of finite numbers.
std::string number_to_fixed(double number, int fraction_digits);
std::string number_to_exponential(double number, int fraction_digits);
std::string number_to_precision(double number, int precision);

}  // namespace perry::runtime
