#pragma once

#include <string>
#include <string_view>

namespace perry::frontend {

// The decimal digits of a bigint literal's value. `digits` is the literal without separators and
// without its `n`: decimal, or hexadecimal, octal or binary with the prefix.
std::string bigint_decimal_text(std::string_view digits);

}  // namespace perry::frontend
