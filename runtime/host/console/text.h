#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "runtime/string/string.h"

// Text while it is being inspected.
namespace perry::runtime {

std::u16string to_utf16(Isolate& isolate, String* string);
std::u16string to_utf16(std::string_view utf8);
std::string from_utf16(std::u16string_view text);
// In quotes, with escapes, as a source text would have it.
std::u16string quoted(std::u16string_view text);
// With escapes only.
std::u16string escaped(std::u16string_view text);
bool is_plain_name(std::u16string_view text);
// Columns on a terminal.
size_t width_of(std::u16string_view text);

}  // namespace perry::runtime
