#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>
#include <string_view>

#include "runtime/numeric/arithmetic.h"
#include "runtime/numeric/number_to_string.h"
#include "runtime/numeric/string_to_number.h"

namespace perry::runtime::test {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double parse(std::string_view text) {
  return string_to_number(std::span(reinterpret_cast<const uint8_t*>(text.data()), text.size()));
}

TEST_CASE("numbers print as ECMAScript says") {
  const auto text = [](double number) { return std::string(NumberText(number).view()); };
  CHECK(text(0) == "0");
  CHECK(text(-0.0) == "0");
  CHECK(text(-5) == "-5");
  CHECK(text(0.1) == "0.1");
  CHECK(text(123.456) == "123.456");
  CHECK(text(1e21) == "1e+21");
  CHECK(text(1e20) == "100000000000000000000");
  CHECK(text(123456789012345680000.0) == "123456789012345680000");
  CHECK(text(1e-6) == "0.000001");
  CHECK(text(1.5e-7) == "1.5e-7");
  CHECK(text(5e-324) == "5e-324");
  CHECK(text(-1.7976931348623157e308) == "-1.7976931348623157e+308");
  CHECK(text(2147483648.0) == "2147483648");
  CHECK(text(kNaN) == "NaN");
  CHECK(text(-kInfinity) == "-Infinity");
  CHECK(number_to_radix_string(255, 16) == "ff");
  CHECK(number_to_radix_string(0.5, 2) == "0.1");
  CHECK(number_to_radix_string(-0.1, 3).starts_with("-0.00220022"));
  CHECK(number_to_fixed(1.005, 2) == "1.00");
  CHECK(number_to_fixed(2.5, 0) == "3");
  CHECK(number_to_fixed(-2.5, 0) == "-3");
  CHECK(number_to_fixed(-1e-10, 2) == "-0.00");
  CHECK(number_to_fixed(0, 2) == "0.00");
  CHECK(number_to_exponential(12345, 2) == "1.23e+4");
  CHECK(number_to_exponential(0, -1) == "0e+0");
  CHECK(number_to_precision(123.456, 4) == "123.5");
  CHECK(number_to_precision(0.000001, 2) == "0.0000010");
  CHECK(number_to_precision(1e21, 3) == "1.00e+21");
}

TEST_CASE("text is a number or is none") {
  CHECK(parse("") == 0);
  CHECK(parse(" \n12\t") == 12);
  CHECK(parse("-1.5e3") == -1500);
  CHECK(parse(".5") == 0.5);
  CHECK(parse("5.") == 5);
  CHECK(parse("0x1F") == 31);
  CHECK(parse("0b101") == 5);
  CHECK(parse("0o17") == 15);
  CHECK(parse("+Infinity") == kInfinity);
  CHECK(std::signbit(parse("-0")));
  CHECK(parse("1e400") == kInfinity);
  CHECK(parse("1e-400") == 0);
  CHECK(parse("1e99999999999999999999") == kInfinity);
  CHECK(parse("9007199254740993") == 9007199254740992.0);
  CHECK(parse("0x20000000000001") == 9007199254740992.0);
  CHECK(parse("0x20000000000003") == 9007199254740996.0);
  for (const char* text : {"1_0", "1n", ".", "e5", "0x", "-0x1", "0b2", "1 2", "infinity", "--1",
                           "1e", "1e+", "nan", "inf", "0x1p3"}) {
    CAPTURE(text);
    CHECK(std::isnan(parse(text)));
  }
}

TEST_CASE("what is printed reads back") {
  std::mt19937_64 random(1);
  for (int i = 0; i < 100'000; ++i) {
    const auto number = std::bit_cast<double>(random());
    if (!std::isfinite(number)) continue;
    const NumberText text(number);
    REQUIRE(text.view().size() <= 25);
    REQUIRE(same_value_zero(parse(text.view()), number));
  }
}

TEST_CASE("conversions to int32 wrap") {
  CHECK(to_int32(0) == 0);
  CHECK(to_int32(-1.9) == -1);
  CHECK(to_int32(2147483648.0) == -2147483648);
  CHECK(to_int32(4294967296.0) == 0);
  CHECK(to_int32(-4294967297.0) == -1);
  CHECK(to_int32(0x1p63) == 0);
  CHECK(to_int32(0x1.0000000000001p83) == -2147483648);
  CHECK(to_int32(-0x1.0000000000001p52) == -1);
  CHECK(to_int32(0x1p84) == 0);
  CHECK(to_int32(kNaN) == 0);
  CHECK(to_int32(-kInfinity) == 0);
  CHECK(to_uint32(-1) == 4294967295U);
  std::mt19937_64 random(1);
  for (int i = 0; i < 100'000; ++i) {
    // Against fmod, which is exact.
    const double number =
        std::ldexp(static_cast<double>(random()), static_cast<int>(random() % 40));
    const double wrapped = std::fmod(number, 4294967296.0);
    REQUIRE(to_uint32(number) == static_cast<uint32_t>(wrapped));
    REQUIRE(to_uint32(-number) == 0 - static_cast<uint32_t>(wrapped));
  }
}

TEST_CASE("remainders and powers differ from C where ECMAScript does") {
  CHECK(number_remainder(5, 3) == 2);
  CHECK(number_remainder(-5, 3) == -2);
  CHECK(std::signbit(number_remainder(-6, 3)));
  CHECK(std::signbit(number_remainder(-0.0, 3)));
  CHECK(number_remainder(5.5, 2) == 1.5);
  CHECK(std::isnan(number_remainder(5, 0)));
  CHECK(std::isnan(number_remainder(kInfinity, 2)));
  CHECK(number_remainder(5, kInfinity) == 5);
  CHECK(number_remainder(1e300, 7) == std::fmod(1e300, 7));
  CHECK(number_power(2, 10) == 1024);
  CHECK(std::isnan(number_power(1, kInfinity)));
  CHECK(std::isnan(number_power(-1, -kInfinity)));
  CHECK(std::isnan(number_power(1, kNaN)));
  CHECK(number_power(kNaN, 0) == 1);
}

}  // namespace
}  // namespace perry::runtime::test
