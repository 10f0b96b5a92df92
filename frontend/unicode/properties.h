#pragma once

#include <cstdint>
#include <string_view>

// The Unicode properties that a regular expression can name in `\p{…}` (ECMA-262, section
// "Runtime Semantics: UnicodeMatchProperty"): names only, matched exactly, aliases included.
namespace perry::frontend {

enum class UnicodePropertyKind : uint8_t {
  Unknown,
  CodePoints,  // a binary property, or a value of General_Category
  Strings,     // a property of strings, which takes the `v` flag
};

// What `name` alone stands for, as in `\p{Lu}`, `\p{Alphabetic}` and `\p{RGI_Emoji}`.
UnicodePropertyKind lone_unicode_property(std::string_view name);

// Whether `name` takes a value, as `Script` does in `\p{Script=Greek}`.
bool is_unicode_property_with_values(std::string_view name);

// Whether `value` is one of the values of the property `name`.
bool is_unicode_property_value(std::string_view name, std::string_view value);

}  // namespace perry::frontend
