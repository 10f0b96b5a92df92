#pragma once

#include <cstddef>
#include <string>

// Case mapping of the Unicode Standard (Default Case Algorithms, 3.13), independent of language.
namespace perry::runtime {

// A code point's simple mapping: itself where it has none.
char32_t to_upper_simple(char32_t code_point);
char32_t to_lower_simple(char32_t code_point);

// The full mappings of a text, in UTF-16; lone surrogates stay.
std::u16string to_upper_text(const char16_t* units, size_t count);
std::u16string to_lower_text(const char16_t* units, size_t count);

}  // namespace perry::runtime
