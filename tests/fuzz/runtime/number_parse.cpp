#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/numeric/number_to_string.h"
#include "runtime/numeric/string_to_number.h"

using namespace perry::runtime;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

void require(bool condition) {
  if (!condition) std::abort();
}

void require_same(double a, double b) {
  require(std::isnan(a) ? std::isnan(b) : std::bit_cast<uint64_t>(a) == std::bit_cast<uint64_t>(b));
}

// Reads a text in both widths, which must not matter.
double read(std::string_view text, double (*narrow)(std::span<const uint8_t>),
            double (*wide)(std::span<const char16_t>)) {
  const std::vector<uint8_t> bytes(text.begin(), text.end());
  const std::vector<char16_t> units(bytes.begin(), bytes.end());
  const double number = narrow(bytes);
  require_same(number, wide(units));
  return number;
}

double number_of(std::string_view text) { return read(text, string_to_number, string_to_number); }

double float_of(std::string_view text) {
  return read(text, parse_float_prefix, parse_float_prefix);
}

double integer_of(std::string_view text, int radix) {
  const std::vector<uint8_t> bytes(text.begin(), text.end());
  const std::vector<char16_t> units(bytes.begin(), bytes.end());
  const double number = parse_int_prefix(bytes, radix);
  require_same(number, parse_int_prefix(units, radix));
  return number;
}

// What C reads of decimal digits, points, exponents and signs is what ECMAScript reads, and is as
// exactly rounded.
void check_decimal(const std::string& text) {
  if (text.find_first_not_of("0123456789.eE+-") != std::string::npos) return;
  char* end = nullptr;
  const double prefix = std::strtod(text.c_str(), &end);
  const auto length = static_cast<size_t>(end - text.c_str());
  require_same(float_of(text), length == 0 ? kNaN : prefix);
  require_same(number_of(text), text.empty() ? 0 : length == text.size() ? prefix : kNaN);
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 36;
}

// The value of digits as C says, which knows decimals and hexadecimals of any length. Nothing for
// those of other radices that are too large to be exact.
std::optional<double> c_value(std::string_view digits, int radix) {
  if (radix == 10) return std::strtod(std::string(digits).c_str(), nullptr);
  if (std::has_single_bit(static_cast<unsigned>(radix))) {
    const int bits_each = std::countr_zero(static_cast<unsigned>(radix));
    std::string bits((4 - digits.size() * static_cast<size_t>(bits_each) % 4) % 4, '0');
    for (const char c : digits) {
      for (int bit = bits_each; bit-- > 0;) bits += (digit_of(c) >> bit & 1) != 0 ? '1' : '0';
    }
    std::string hexadecimal = "0x";
    for (size_t i = 0; i < bits.size(); i += 4) {
      hexadecimal += "0123456789abcdef"[std::strtoul(bits.substr(i, 4).c_str(), nullptr, 2)];
    }
    return std::strtod(hexadecimal.c_str(), nullptr);
  }
  uint64_t value = 0;
  for (const char c : digits) {
    value = value * static_cast<uint64_t>(radix) + static_cast<uint64_t>(digit_of(c));
    if (value >> 53 != 0) return std::nullopt;
  }
  return static_cast<double>(value);
}

std::string_view digits_at_start(std::string_view text, int radix) {
  const auto end = std::ranges::find_if(text, [&](char c) { return digit_of(c) >= radix; });
  return text.substr(0, static_cast<size_t>(end - text.begin()));
}

void check_integer(std::string_view text, int radix) {
  const std::string_view digits = digits_at_start(text, radix);
  if (const auto expected = c_value(digits, radix)) {
    require_same(integer_of(digits, radix), digits.empty() ? kNaN : *expected);
    // What follows digits does not matter, unless it makes them a prefix.
    if (!digits.empty() && (radix != 16 || digits != "0")) {
      require_same(integer_of(text, radix), *expected);
    }
  }
  for (const auto& [prefix, base] : {std::pair{"0x", 16}, {"0O", 8}, {"0b", 2}}) {
    const std::string_view run = digits_at_start(text, base);
    const double expected = run.empty() ? kNaN : *c_value(run, base);
    require_same(number_of(prefix + std::string(run)), expected);
    if (base == 16) require_same(integer_of(prefix + std::string(text), 0), expected);
    if (run.size() < text.size()) {
      // The first character that is no digit spoils it, unless it and all behind it is white space.
      const double whole = number_of(prefix + std::string(text));
      require(std::isnan(whole) || whole == expected);
    }
  }
}

// Numbers are printed so that they read back.
void check_printed(double number, int radix) {
  require_same(number_of(NumberText(number).view()), number == 0 ? 0 : number);
  if (!std::isfinite(number)) return;
  require(number_of(number_to_exponential(number, -1)) == number);
  require(number_of(number_to_precision(number, 17)) == number);
  if (std::trunc(number) != number || std::abs(number) >= 0x1p53) return;
  require(integer_of(number_to_radix_string(number, radix), radix) == number);
}

}  // namespace

// The first byte is a radix; the rest is a text, and its beginning a number.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const int radix = 2 + data[0] % 35;
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  check_decimal(text);
  check_integer(text, radix);
  require_same(number_of("\n " + text + "\xa0\t"), number_of(text));
  check_printed(float_of(text), radix);
  double number = 0;
  std::memcpy(&number, text.data(), std::min(text.size(), sizeof number));
  check_printed(number, radix);
  return 0;
}
