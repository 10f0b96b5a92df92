#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "runtime/regexp/char_set.h"

// The Unicode properties of `\p{...}` (22.2.2.9, UnicodeMatchProperty), of Unicode 17.
namespace perry::runtime::regexp {

// General_Category=value or Script=value, aliases included; false: there is none.
bool add_property_value(std::string_view name, std::string_view value, CharSet& set);
// A value of General_Category or a binary property.
bool add_lone_property(std::string_view name, CharSet& set);

using CharString = std::vector<uint32_t>;
// A property of strings; single characters come into the set.
bool is_property_of_strings(std::string_view name);
void add_property_of_strings(std::string_view name, CharSet& set, std::vector<CharString>& strings);

// ID_Start and ID_Continue.
bool is_id_start(uint32_t point);
bool is_id_continue(uint32_t point);

}  // namespace perry::runtime::regexp
