#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// ECMAScript's numbers at compile time. A result is given only where it is exactly what the program
// would compute.
namespace perry::passes {

int32_t to_int32(double number);
// Exponentiation is not exact in general, and libraries differ; given where it is exact.
std::optional<double> power(double base, double exponent);
// Number::toString in base 10.
std::string number_text(double number);
// StringToNumber; nothing where the text has letters that might be white space.
std::optional<double> text_number(std::string_view text);

bool is_same_number(double a, double b);  // bit by bit, but every NaN is one
bool is_negative_zero(double number);

}  // namespace perry::passes
