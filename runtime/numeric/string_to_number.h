#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace perry::runtime {

// StringToNumber: the whole grammar, exactly rounded; NaN for what is no number.
double string_to_number(std::span<const uint8_t> latin1);
double string_to_number(std::span<const char16_t> utf16);

// parseFloat: the longest prefix that is a decimal number.
double parse_float_prefix(std::span<const uint8_t> latin1);
double parse_float_prefix(std::span<const char16_t> utf16);

// parseInt after its radix is known to be 2 to 36, or 0 for "decide by the text".
double parse_int_prefix(std::span<const uint8_t> latin1, int radix);
double parse_int_prefix(std::span<const char16_t> utf16, int radix);

}  // namespace perry::runtime
