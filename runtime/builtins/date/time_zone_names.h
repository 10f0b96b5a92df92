#pragma once

#include <string>
#include <string_view>

// The English names of time zones, as Date.prototype.toString puts them into parentheses.
namespace perry::runtime::builtins {

struct ZoneNames {
  std::string_view standard;
  std::string_view daylight;
};
// Empty for a name that CLDR doesn't have.
ZoneNames names_of_zone(std::string_view zone);

}  // namespace perry::runtime::builtins
